import { existsSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { askQuestion } from '../judge.ts';
import { complete, findEndpoint } from '../llm.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs, locate } from '../problem/locate.ts';
import { renderAnswer, renderPrompt } from '../reporters/prompt.ts';
import type { Ending, Invocation } from './command.ts';
import { withPatience } from './patience.ts';
import { chooseFile } from './workspace.ts';

/** Runs the candidate's pipeline for a question; prints the prompt and, where there is a model, its answer. */
export async function ask({ root, words, options }: Invocation): Promise<Ending> {
  const question = words.join(' ').trim();
  if (question === '')
    throw new UsageError(
      'Say what to ask, for instance: npm run judge ask "How long is the warranty?"',
    );
  const slug = listSlugs(root).find((name) => existsSync(locate(root, name).ask));
  if (slug === undefined) throw new UsageError(`No problem below ${root} answers questions.`);
  const problem = loadProblem(root, slug);
  const chosen = chooseFile(problem, { root, file: options.file, afterwards: 'ask again' });
  if (chosen.news !== undefined) process.stdout.write(`${chosen.news}\n\n`);
  const { sandbox } = options;
  const isPlain = options.plain;
  const tried = await withPatience(`Asking your pipeline of ${slug}`, {
    isPlain,
    work: () => askQuestion(question, { root, slug, file: chosen.path, sandbox }),
  });
  process.stdout.write(renderPrompt(tried));
  if (tried.kind === 'failed') return 'notAccepted';
  process.stdout.write(
    await withPatience('Asking the model', { isPlain, work: () => answerTo(tried.prompt) }),
  );
  return 'done';
}

async function answerTo(prompt: {
  system: string;
  user: string;
  answerable: boolean;
}): Promise<string> {
  if (!prompt.answerable)
    return '\nNo source fits: the answer is "I don\'t know", without asking a model.\n';
  const endpoint = findEndpoint(process.env);
  if (endpoint === undefined)
    return '\nNo model was asked. Set OPENAI_BASE_URL (and OPENAI_API_KEY, OPENAI_MODEL) to get an answer.\n';
  return renderAnswer(endpoint.model, await complete(endpoint, prompt));
}
