import { expect, test } from 'vitest';
import { createRandom } from '#judge/suite/random.ts';

test('the same seed and name give the same draws, others give others', () => {
  const draws = (seed: number, name: string): number[] => {
    const random = createRandom(seed, name);
    return Array.from({ length: 5 }, () => random.float());
  };
  expect(draws(1, 'a')).toEqual(draws(1, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(2, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(1, 'b'));
});

test('draws are spread evenly and a shuffle keeps every item', () => {
  const random = createRandom(3, 'spread');
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < 4000; draw += 1) counts[random.int(0, 3)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect(random.shuffle([1, 2, 3, 4]).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});
