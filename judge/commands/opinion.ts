import { questionAbout, readOpinion } from '../drill/opinion.ts';
import { messageOf, UsageError } from '../errors.ts';
import { complete, findEndpoint, type Endpoint } from '../llm.ts';
import type { Concept } from '../model/concept.ts';
import type { TextOptions } from '../reporters/layout.ts';
import { renderOpinion } from '../reporters/drill.ts';
import { withPatience } from './patience.ts';

/** The model that `--llm` asks. Throws a `UsageError` where none is named. */
export function requireEndpoint(): Endpoint {
  const endpoint = findEndpoint(process.env);
  if (endpoint !== undefined) return endpoint;
  throw new UsageError(
    '--llm sends your answer to a language model, and none is named. Set OPENAI_BASE_URL (and OPENAI_API_KEY, OPENAI_MODEL), or leave --llm out.',
  );
}

/** Prints what the model makes of an answer; where it fails, that is told, and costs nothing. */
export async function askOpinion(
  endpoint: Endpoint,
  { concept, answer, screen }: { concept: Concept; answer: string; screen: TextOptions },
): Promise<{ model: string; points: string[] } | undefined> {
  const { model, url } = endpoint;
  try {
    const reply = await withPatience(`Asking ${model}`, {
      isPlain: screen.isPlain ?? false,
      work: () => complete(endpoint, questionAbout(concept, answer)),
    });
    const opinion = readOpinion(reply, { concept, answer });
    if (opinion !== undefined) {
      process.stdout.write(renderOpinion(concept, { text: answer, model, opinion, screen }));
      return { model, points: opinion.granted.map(({ id }) => id) };
    }
    tell(`${model} at ${url} sent no list of points.`);
  } catch (error) {
    tell(messageOf(error));
  }
  return undefined;
}

function tell(why: string): void {
  process.stderr.write(`${why} Your answer is kept, and what the matcher found stands.\n`);
}
