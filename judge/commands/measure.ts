import { writeFileSync } from 'node:fs';
import { loadEmbedder } from '../drill/embedder.ts';
import {
  addCounts,
  countAgreement,
  countDecisions,
  isTrusted,
  measure,
  type Counts,
} from '../drill/measure.ts';
import { pointsNear } from '../drill/propose.ts';
import type { LabelledAnswer, Measured, Measurement } from '../model/concept.ts';
import { loadConcepts, loadLabelled } from '../problem/concepts.ts';
import { locateConcepts } from '../problem/locate.ts';
import { renderMeasured } from '../reporters/measured.ts';
import type { Ending, Invocation } from './command.ts';
import { withPatience } from './patience.ts';

/** Measures the matcher on the labelled answers of every question. */
export async function measureDrills({ root, options, screen }: Invocation): Promise<Ending> {
  const { byConcept, all, tuned } = measureAll(root);
  const model = await withPatience('Measuring the sentence model', {
    isPlain: options.plain,
    work: () => measureModel(root),
  });
  process.stdout.write(renderMeasured(byConcept, { all, tuned, model, isTrusted, screen }));
  if (options.store)
    writeFileSync(locateConcepts(root).measured, `${JSON.stringify(byConcept, null, 2)}\n`);
  return 'done';
}

const none: Counts = { hits: 0, false: 0, missed: 0, rest: 0 };

/** Each question and all together on the held-out answers; all together on those in view. */
export function measureAll(root: string): {
  byConcept: Measured;
  all: Measurement;
  tuned: Measurement;
} {
  const counted = loadConcepts(root).map((concept) => ({
    id: concept.id,
    heldOut: countDecisions(concept, answersOf(root, { id: concept.id, half: 'held-out' })),
    tune: countDecisions(concept, answersOf(root, { id: concept.id, half: 'tune' })),
  }));
  return {
    byConcept: Object.fromEntries(counted.map(({ id, heldOut }) => [id, measure(heldOut)])),
    all: measure(counted.reduce((sum, { heldOut }) => addCounts(sum, heldOut), none)),
    tuned: measure(counted.reduce((sum, { tune }) => addCounts(sum, tune), none)),
  };
}

/** The sentence model alone on the held-out answers; nothing where there is no model. */
async function measureModel(root: string): Promise<Measurement | undefined> {
  const embed = await loadEmbedder(locateConcepts(root).models);
  if (embed === undefined) return undefined;
  let sum = none;
  for (const concept of loadConcepts(root)) {
    const answers = answersOf(root, { id: concept.id, half: 'held-out' });
    const found = await Promise.all(
      answers.map(({ text }) => pointsNear(concept, { text, embed })),
    );
    sum = addCounts(sum, countAgreement(concept, { answers, found }));
  }
  return measure(sum);
}

function answersOf(
  root: string,
  { id, half }: { id: string; half: LabelledAnswer['half'] },
): LabelledAnswer[] {
  return loadLabelled(root, id).answers.filter((answer) => answer.half === half);
}
