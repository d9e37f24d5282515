import fc from 'fast-check';
import type { Problem } from '#judge/model/problem.ts';
import { readAccepted } from '#judge/verify/solutions.ts';
import { mutate, type Edit } from './mutate.ts';

/** One submission of a fuzz: for which problem, made how, judged on which seed. */
export type Specimen = {
  problem: Problem;
  seed: number;
  /** How it was made, in a few words. */
  what: string;
  bytes: Uint8Array;
};

/** Starting processes and a database costs time: such a problem is drawn now and then. */
const weightOf = ({ manifest }: Problem): number => (manifest.services.length > 0 ? 1 : 6);

/** Mutated accepted solutions, mostly; random bytes in them; nothing but random bytes or text. */
export function specimens(problems: readonly Problem[]): fc.Arbitrary<Specimen> {
  const arbitraries = problems.map((problem) => ({
    weight: weightOf(problem),
    arbitrary: specimensOf(problem),
  }));
  return fc.oneof(...arbitraries);
}

function specimensOf(problem: Problem): fc.Arbitrary<Specimen> {
  const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
  const made = fc.oneof(
    { weight: 16, arbitrary: mutants(problem) },
    { weight: 2, arbitrary: spliced(problem) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4_000 }).map(named('random bytes')) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 400 }).map(text('random text')),
    },
  );
  return fc.record({ seed, made }).map(({ seed, made }) => ({ problem, seed, ...made }));
}

type Made = Pick<Specimen, 'what' | 'bytes'>;

const named =
  (what: string) =>
  (bytes: Uint8Array): Made => ({ what, bytes });
const text =
  (what: string) =>
  (source: string): Made => ({ what, bytes: Buffer.from(source) });

/** Without bias: a small number would be a place near the beginning. */
const place = fc.noBias(fc.nat());

function mutants(problem: Problem): fc.Arbitrary<Made> {
  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom('delete', 'duplicate', 'swap', 'retype'),
    at: place,
    other: place,
  });
  const edited = fc.oneof(
    { weight: 9, arbitrary: editsOf(edit, { broken: false, most: 16 }) },
    { weight: 1, arbitrary: editsOf(edit, { broken: true, most: 3 }) },
  );
  return fc
    .record({ solution: solutions(problem), edited })
    .map(({ solution: { name, source }, edited }) =>
      text(`${name}, mutated`)(mutate(source, edited)),
    );
}

function editsOf(edit: fc.Arbitrary<Edit>, { broken, most }: { broken: boolean; most: number }) {
  const edits = fc.array(edit, { minLength: 1, maxLength: most, size: 'max' });
  return edits.map((edits) => ({ edits, broken }));
}

function spliced(problem: Problem): fc.Arbitrary<Made> {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
  return fc.record({ solution: solutions(problem), at: place, bytes }).map((drawn) => {
    const { name, source } = drawn.solution;
    const whole = Buffer.from(source);
    const at = drawn.at % whole.length;
    const parts = [whole.subarray(0, at), drawn.bytes, whole.subarray(at)];
    return { what: `${name}: random bytes inside`, bytes: Buffer.concat(parts) };
  });
}

function solutions(problem: Problem): fc.Arbitrary<{ name: string; source: string }> {
  return fc.constantFrom(...readAccepted(problem));
}
