import { expect, test } from 'vitest';
import { beyondNeed, beyondRival, idleCharge } from '#judge/candidate/charge.ts';

const megabytes = (count: number): Uint8Array => new Uint8Array(count * 1e6);

test('moving is free for as long as so many bytes can need', () => {
  const bytes = { args: megabytes(10), answer: megabytes(0) };
  expect(beyondNeed({ argumentsMs: 3_000, answerMs: 1_000 }, bytes)).toBe(0);
  expect(beyondNeed({ argumentsMs: 3_500, answerMs: 1_200 }, bytes)).toBe(700);
});

test('in a race moving is free for as long as the reference needs, twice over', () => {
  const moved = (argumentsMs: number, answerMs: number) => ({ moved: { argumentsMs, answerMs } });
  expect(beyondRival(moved(900, 100), moved(400, 0))).toBe(0);
  expect(beyondRival(moved(1_500, 20), moved(400, 400))).toBe(600);
  expect(beyondRival(moved(0, 1_500), moved(400, 10))).toBe(1_380);
});

test('work while nothing was asked is charged, but for the collection of garbage', () => {
  expect(idleCharge(1_000, 1_090)).toBe(0);
  expect(idleCharge(1_000, 1_500)).toBe(400);
  expect(idleCharge(undefined, undefined)).toBe(0);
});
