// TRUSTED SIDE. Finds a counter-example that may be shown: a call that fails, with inputs that are
// not those of any other seed, and what the reference answers to it.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { CallOutcome, CallRequest } from '../candidate/outcome.ts';
import type { RaceOutcome } from '../candidate/race.ts';
import { parseAnswer } from './answer.ts';
import type { Search, SuiteLine } from './bridge.ts';
import { findDifference } from './checkers.ts';
import { CandidateFault, faultOf } from './fault.ts';
import { listChanges } from './changes.ts';
import { excerpt, literal } from './literal.ts';
import { createRandom } from './random.ts';
import type { Example } from './record.ts';
import { vary } from './vary.ts';

/** A question that a test case put to the candidate, and how it ended. */
export type RecordedCall = {
  request: CallRequest;
  outcome: CallOutcome | RaceOutcome;
  due: { kind: 'answer' | 'timedAnswer'; schema: z.ZodType } | { kind: 'throw'; why: string };
};

type Tools = {
  line: SuiteLine;
  search: Search;
  submissionUrl: string;
  /** The digests of the test case's inputs on another seed. */
  known: ReadonlySet<string>;
};

/** What may be shown of a test case that failed after these calls. */
export async function findExample(calls: readonly RecordedCall[], tools: Tools): Promise<Example> {
  const { search, known } = tools;
  const isFresh = ({ request }: RecordedCall): boolean => !known.has(digest(request));
  const failing: Failing[] = [];
  for (const call of calls) failing.push(...(await failingOf(call, tools)));
  const shown = failing.find(({ call }) => isFresh(call)) ?? (await varied(failing, tools));
  if (shown !== undefined) return describeFailing(shown, tools);
  const isOpen = ({ request }: RecordedCall): boolean => search.openAnswers.includes(request.name);
  const last =
    failing.length === 0 ? calls.findLast((call) => isOpen(call) && isFresh(call)) : undefined;
  return last === undefined ? { kind: 'fixed' } : describeOpen(last, { calls, tools });
}

/** What tells one question from another. */
export function digest({ name, args }: Pick<CallRequest, 'name' | 'args'>): string {
  return createHash('sha1').update(`${name}\0`).update(args).digest('base64');
}

type Failing = {
  call: RecordedCall;
  /** `undefined` where the arguments do not decide the answer. */
  expected:
    | { kind: 'value'; value: unknown }
    | { kind: 'throw'; why: string }
    | 'unchanged'
    | undefined;
};

/** The call itself, if it fails whatever else the test case asks. */
async function failingOf(call: RecordedCall, tools: Tools): Promise<Failing[]> {
  const { request, outcome, due } = call;
  if (due.kind === 'throw')
    return outcome.kind === 'threw' ? [] : [{ call, expected: { kind: 'throw', why: due.why } }];
  const own = answerOf(outcome, { request, schema: due.schema });
  const isOpen = tools.search.openAnswers.includes(request.name);
  if (isOpen) return own.kind === 'parsed' ? [] : [{ call, expected: undefined }];
  if (outcome.kind === 'returned' && outcome.argumentsChanged && request.watchArguments)
    return [{ call, expected: 'unchanged' }];
  const known = await askReference(request, { line: tools.line, schema: due.schema });
  if (known === undefined) return [];
  const isSame = own.kind === 'parsed' && findDifference(own.value, known.parsed) === undefined;
  const isSlow = outcome.kind === 'raced' && !outcome.hasWon;
  if (isSame && !isSlow) return [];
  return [{ call, expected: { kind: 'value', value: known.raw } }];
}

const maxVariations = 40;

/** A fresh input like a failing one that every seed asks; `undefined` where none is found. */
async function varied(failing: readonly Failing[], tools: Tools): Promise<Failing | undefined> {
  const random = createRandom(tools.search.shadowSeed, 'variations');
  const words = new Set(tools.search.words);
  const able = failing.filter(canVary);
  for (let count = 0; able.length > 0 && count < maxVariations; count += 1) {
    const { call } = random.pick(able);
    const args: unknown = deserialize(call.request.args);
    if (!Array.isArray(args)) return undefined;
    const request = { ...call.request, args: serialize(vary(args, { random, words })) };
    if (tools.known.has(digest(request))) continue;
    if ((await askReference(request, { line: tools.line, schema: z.unknown() })) === undefined)
      continue;
    const again = { ...call, request, outcome: await tools.line.call(request) };
    const [found] = await failingOf(again, tools);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What ended a process, or must throw, is not tried again with inputs that may mean something else. */
function canVary({ call: { outcome, due }, expected }: Failing): boolean {
  const hasAnswer = outcome.kind === 'returned' || outcome.kind === 'threw';
  return hasAnswer && due.kind === 'answer' && expected !== undefined;
}

async function askReference(
  request: CallRequest,
  { line, schema }: { line: SuiteLine; schema: z.ZodType },
): Promise<{ raw: unknown; parsed: unknown } | undefined> {
  try {
    const raw: unknown = deserialize(await line.reference({ ...request, watchArguments: false }));
    return { raw, parsed: schema.parse(raw) };
  } catch {
    // It threw: the input is not one that the statement allows.
    return undefined;
  }
}

type Own = { kind: 'parsed'; value: unknown } | { kind: 'failed'; why: string };

function answerOf(
  outcome: RecordedCall['outcome'],
  { request, schema }: { request: CallRequest; schema: z.ZodType },
): Own {
  if (outcome.kind !== 'returned' && outcome.kind !== 'raced')
    return { kind: 'failed', why: outcome.kind };
  try {
    return { kind: 'parsed', value: parseAnswer(outcome.answer, schema, request.name) };
  } catch (error) {
    if (error instanceof CandidateFault) return { kind: 'failed', why: error.fault.message };
    throw error;
  }
}

function describeFailing({ call, expected }: Failing, tools: Tools): Example {
  const { request } = call;
  const test = testOf(request, { expected, subtask: tools.search.subtask });
  return {
    kind: 'call',
    call: request.name,
    args: argsOf(request),
    yours: yoursOf(call, tools),
    ...(expected !== undefined && { expected: expectedText(expected) }),
    ...(test !== undefined && { test }),
  };
}

/** Of an answer that the arguments do not decide: it, and the one before it to the same function. */
function describeOpen(
  last: RecordedCall,
  { calls, tools }: { calls: readonly RecordedCall[]; tools: Tools },
): Example {
  const { request } = last;
  const earlier = calls.slice(0, calls.indexOf(last));
  const before = earlier.findLast((call) => call.request.name === request.name);
  return {
    kind: 'call',
    call: request.name,
    args: argsOf(request),
    yours: yoursOf(last, tools),
    ...(before !== undefined && {
      before: {
        args: argsOf(before.request),
        yours: yoursOf(before, tools),
        changes: {
          args: listChanges(deserialize(before.request.args), deserialize(request.args)),
          yours: listChanges(valueOf(before), valueOf(last)),
        },
      },
    }),
  };
}

function valueOf({ request, outcome }: RecordedCall): unknown {
  const own = answerOf(outcome, { request, schema: z.unknown() });
  return own.kind === 'parsed' ? own.value : own.why;
}

function argsOf({ args }: CallRequest): string[] {
  const values: unknown = deserialize(args);
  return Array.isArray(values) ? values.map(excerpt) : [];
}

function expectedText(expected: NonNullable<Failing['expected']>): string {
  if (expected === 'unchanged') return 'its arguments stay as they are';
  return expected.kind === 'throw' ? `an error: ${expected.why}` : excerpt(expected.value);
}

function yoursOf({ request, outcome, due }: RecordedCall, { submissionUrl }: Tools): string {
  const { name } = request;
  if (outcome.kind === 'raced' || outcome.kind === 'returned') {
    const own = answerOf(outcome, { request, schema: z.unknown() });
    const text = own.kind === 'parsed' ? excerpt(own.value) : own.why;
    const isChanged = outcome.kind === 'returned' && outcome.argumentsChanged;
    if (isChanged && due.kind !== 'throw') return `${text}\nand the arguments were changed`;
    return text;
  }
  const ended =
    outcome.kind === 'outrun'
      ? ({ kind: 'timedOut', what: 'call', limitMs: outcome.limitMs } as const)
      : outcome;
  // Fresh inputs may stand in the message.
  return faultOf(ended, { name, args: [], submissionUrl }).message;
}

/** What fits into a test that a person pastes and reads. */
const maxTestChars = 2_400;

function testOf(
  { name, args }: CallRequest,
  { expected, subtask }: { expected: Failing['expected']; subtask: string },
): string | undefined {
  const values = literal(deserialize(args), maxTestChars);
  if (values === undefined || expected === undefined) return undefined;
  const call = `'${name}', ${indented(values)}`;
  const body = bodyOf(call, { name, expected });
  return (
    body && `test('${name}, an example of ${subtask}', async ({ candidate }) => {\n${body}\n});`
  );
}

function bodyOf(
  call: string,
  { name, expected }: { name: string; expected: NonNullable<Failing['expected']> },
): string | undefined {
  if (expected === 'unchanged')
    return `  await candidate.call(${call}, z.any(), { keepsArguments: true });`;
  if (expected.kind === 'throw')
    return `  await candidate.callThrows(${call}, ${JSON.stringify(expected.why)});`;
  const value = literal(expected.value, maxTestChars);
  return (
    value &&
    `  const answer = await candidate.call(${call}, z.any());\n  checkSame(answer, ${indented(value)}, 'your ${name}');`
  );
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
