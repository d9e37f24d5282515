import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { measureAll } from '#judge/commands/measure.ts';
import { parsePattern } from '#judge/drill/pattern.ts';
import { conceptSchema } from '#judge/model/concept.ts';
import { loadConcepts, loadLabelled, loadMeasured } from '#judge/problem/concepts.ts';
import { root } from '../helpers/cli.ts';

const concepts = loadConcepts(root);
const kinds = ['good', 'partial', 'paraphrased', 'negated', 'wrong-way-round', 'stuffed'];

test('all fifteen questions of Part 1 and all five of Part 4 are there, in order', () => {
  expect(concepts.map(({ part, number }) => `${part} ${number}`)).toEqual([
    ...Array.from({ length: 15 }, (_, index) => `ml ${index + 1}`),
    ...Array.from({ length: 5 }, (_, index) => `llm ${index + 1}`),
  ]);
  expect(new Set(concepts.map(({ id }) => id)).size).toBe(20);
});

test('no data file lies beside the questions that belongs to none', () => {
  const labelled = globSync('*.json', { cwd: join(root, 'problems/concepts/labelled') });
  expect(labelled.sort()).toEqual(concepts.map(({ id }) => `${id}.json`).sort());
  expect(Object.keys(loadMeasured(root))).toEqual(concepts.map(({ id }) => id));
});

test('the JSON schema for editors is that of the code (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(conceptSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(root, 'problems/concepts/concept.schema.json'),
  );
});

describe.each(concepts)('$id', (concept) => {
  test('the model answer has 150 to 300 words', () => {
    const words = Object.values(concept.answer).join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(300);
  });

  test('every pattern can be read, and every term is used', () => {
    const sources = concept.points.flatMap(({ patterns, opposites }) => [
      ...patterns,
      ...opposites,
    ]);
    for (const source of sources) expect(() => parsePattern(source, concept.terms)).not.toThrow();
    const unused = Object.keys(concept.terms).filter(
      (name) => !sources.some((source) => source.includes(`{${name}}`)),
    );
    expect(unused).toEqual([]);
  });

  test('labelled answers of every kind are in both halves, and name points that exist', () => {
    const { concept: id, answers } = loadLabelled(root, concept.id);
    expect(id).toBe(concept.id);
    for (const half of ['tune', 'held-out'])
      expect(answers.filter((answer) => answer.half === half).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(kinds),
      );
    const points = concept.points.map((point) => point.id);
    expect(points).toEqual(expect.arrayContaining(answers.flatMap(({ makes }) => makes)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
  });

  test('every point is truly made by a labelled answer and truly not made by another', () => {
    const { answers } = loadLabelled(root, concept.id);
    for (const { id } of concept.points) {
      expect(answers.some(({ makes }) => makes.includes(id))).toBe(true);
      expect(answers.some(({ makes }) => !makes.includes(id))).toBe(true);
    }
  });
});

test('what is stored of the matcher, and what README says of it, is what measuring gives', () => {
  const { byConcept, all } = measureAll(root);
  expect(loadMeasured(root)).toEqual(byConcept);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const { decisions, precision, recall, kappa } = all;
  expect(readme).toContain(
    `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, kappa ${kappa.toFixed(2)} over ${decisions} decisions`,
  );
  for (const [id, measurement] of Object.entries(byConcept))
    expect(readme).toContain(
      `| ${id} | ${[measurement.precision, measurement.recall, measurement.kappa].map((value) => value.toFixed(2)).join(' | ')} |`,
    );
});
