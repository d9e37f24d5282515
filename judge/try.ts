// TRUSTED SIDE. Puts a person's own question to a submission by the problem's ask.ts: the same
// sandbox and services as a judging, no suite.
import { serialize } from 'node:v8';
import { pathToFileURL } from 'node:url';
import { hostOptions, readReference, type Run } from './ask.ts';
import { Supervisor } from './candidate/supervisor.ts';
import { RunFolder } from './leftovers/runFolder.ts';
import type { AskContext, AskedPrompt, AskScript } from './model/ask.ts';
import { startServices, type Services } from './services/start.ts';
import { parseAnswer } from './suite/answer.ts';
import { CandidateFault, faultOf, type Fault } from './suite/fault.ts';

export type Tried = { kind: 'answered'; prompt: AskedPrompt } | { kind: 'failed'; fault: Fault };

/** Asks the submission `question`. Throws where the judge itself fails. */
export async function tryQuestion(question: string, run: Run): Promise<Tried> {
  using runFolder = new RunFolder();
  const isBridged = run.sandbox.isolatesNetwork;
  const services = startServices(run.problem, { isBridged, runFolder });
  const options = hostOptions(run, { services, runFolder });
  const supervisor = new Supervisor(options, () => readReference(run.problem));
  try {
    const script: { ask: AskScript } = await import(pathToFileURL(run.problem.paths.ask).href);
    const prompt = await script.ask(question, contextOf(run, { supervisor, services }));
    return { kind: 'answered', prompt };
  } catch (error) {
    if (error instanceof CandidateFault) return { kind: 'failed', fault: error.fault };
    throw error;
  } finally {
    await Promise.all([supervisor.stop(), services.stop()]);
  }
}

function contextOf(
  { problem, submission }: Run,
  { supervisor, services }: { supervisor: Supervisor; services: Services },
): AskContext {
  const submissionUrl = pathToFileURL(submission.path).href;
  const limitMs = problem.manifest.limits.callTimeMs;
  return {
    fixtures: problem.paths.fixtures,
    services: () => services.addresses(),
    async call(name, args, schema) {
      const request = { name, args: serialize(args), limitMs, watchArguments: false };
      const outcome = await supervisor.call(request);
      // Nothing here is hidden: the person's own data may stand in the message.
      if (outcome.kind !== 'returned')
        throw new CandidateFault(faultOf(outcome, { name, args: [], submissionUrl }));
      return parseAnswer(outcome.answer, schema, name);
    },
  };
}
