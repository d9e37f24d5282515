import { writeFileSync } from 'node:fs';
import { addCounts, countDecisions, isTrusted, measure, type Counts } from '../drill/measure.ts';
import type { Measured, Measurement } from '../model/concept.ts';
import { loadConcepts, loadLabelled } from '../problem/concepts.ts';
import { locateConcepts } from '../problem/locate.ts';
import { renderMeasured } from '../reporters/measured.ts';
import type { Ending, Invocation } from './command.ts';

/** Measures the matcher on the labelled answers of every question. */
export async function measureDrills({ root, options, screen }: Invocation): Promise<Ending> {
  const { byConcept, all, tuned } = measureAll(root);
  process.stdout.write(renderMeasured(byConcept, { all, tuned, isTrusted, screen }));
  if (options.store)
    writeFileSync(locateConcepts(root).measured, `${JSON.stringify(byConcept, null, 2)}\n`);
  return 'done';
}

/** Each question and all together on the held-out answers; all together on those in view. */
export function measureAll(root: string): {
  byConcept: Measured;
  all: Measurement;
  tuned: Measurement;
} {
  const none: Counts = { hits: 0, false: 0, missed: 0, rest: 0 };
  const counted = loadConcepts(root).map((concept) => {
    const { answers } = loadLabelled(root, concept.id);
    const of = (half: 'tune' | 'held-out'): Counts =>
      countDecisions(
        concept,
        answers.filter((answer) => answer.half === half),
      );
    return { id: concept.id, heldOut: of('held-out'), tune: of('tune') };
  });
  return {
    byConcept: Object.fromEntries(counted.map(({ id, heldOut }) => [id, measure(heldOut)])),
    all: measure(counted.reduce((sum, { heldOut }) => addCounts(sum, heldOut), none)),
    tuned: measure(counted.reduce((sum, { tune }) => addCounts(sum, tune), none)),
  };
}
