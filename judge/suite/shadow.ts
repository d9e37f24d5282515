// TRUSTED SIDE. Turns a test case that failed on a fresh seed into an example that may be shown.
import { deserialize, serialize } from 'node:v8';
import type { z } from 'zod';
import type { Measurement } from '../model/measurement.ts';
import type { Candidate, TestBody, TestContext } from './api.ts';
import type { Search, SuiteContext, SuiteLine } from './bridge.ts';
import { digest, findExample, type RecordedCall } from './example.ts';
import { createRandom, type Random } from './random.ts';
import type { Example } from './record.ts';

/** An example of what the test case `name` failed at with these calls. */
export async function exampleOf(
  calls: readonly RecordedCall[],
  {
    name,
    body,
    search,
    context,
    line,
  }: { name: string; body: TestBody; search: Search; context: SuiteContext; line: SuiteLine },
): Promise<Example> {
  const { submissionUrl, callTimeMs } = context;
  const random = createRandom(search.shadowSeed, name);
  const known = await inputsOf(body, { line, random, callTimeMs });
  return findExample(calls, { line, search, submissionUrl, known });
}

const unmeasured: Measurement = { kind: 'atMost', what: '', value: 0, bar: 0, text: '' };

/** The digests of all questions of a test case on the seed of `random`: the reference answers them. */
async function inputsOf(
  body: TestBody,
  { line, random, callTimeMs }: { line: SuiteLine; random: Random; callTimeMs: number },
): Promise<Set<string>> {
  const inputs = new Set<string>();
  const requestOf = (name: string, args: readonly unknown[]) => ({
    name,
    args: serialize(args),
    limitMs: callTimeMs,
    watchArguments: false,
  });
  const note = (name: string, args: readonly unknown[]): void =>
    void inputs.add(digest(requestOf(name, args)));
  const ask = async <T>(name: string, args: readonly unknown[], schema: z.ZodType<T>): Promise<T> =>
    schema.parse(deserialize(await line.reference(requestOf(name, args))));
  const call: Candidate['call'] = (name, args, schema) => (
    note(name, args),
    ask(name, args, schema)
  );
  const context: TestContext = {
    random,
    services: () => line.services(),
    askReference: ask,
    note: () => {},
    otherCandidate: { call },
    candidate: {
      call,
      callThrows: async (name, args) => note(name, args),
      race: async (name, args, schema) => {
        note(name, args);
        return { answer: await ask(name, args, schema), note: unmeasured };
      },
    },
  };
  // What the reference cannot pass it has asked up to there.
  await body(context).catch(() => {});
  return inputs;
}
