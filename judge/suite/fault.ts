import type { CallOutcome } from '../candidate/outcome.ts';
import type { Thrown } from '../candidate/protocol.ts';
import type { Measurement } from '../model/measurement.ts';
import { printable } from '../model/printable.ts';
import type { FaultVerdict } from '../model/verdict.ts';
import { redact } from './redact.ts';

/** What a test case has against the submission; all of it may be shown to the candidate. */
export type Fault = {
  verdict: FaultVerdict;
  message: string;
  /** The exported function that was asked last. */
  call?: string | undefined;
  /** Line of the submission that threw. */
  line?: number | undefined;
  /** Column of a syntax error, from 1. */
  column?: number | undefined;
  /** What was returned and what should have been, short; only of a suite that people may read. */
  compared?: { got: string; expected: string } | undefined;
};

/**
 * Ends a test case: the submission is at fault. The one exception of ours that is not our failure,
 * because vitest ends a test case by throwing.
 */
export class CandidateFault extends Error {
  override readonly name = 'CandidateFault';
  readonly fault: Fault;
  /** What was measured, where a bar was missed. */
  readonly measurement: Measurement | undefined;

  constructor(fault: Fault, measurement?: Measurement) {
    super(fault.message);
    this.fault = { ...fault, message: printable(fault.message, maxMessageChars) };
    this.measurement = measurement;
  }
}

/** Suites put class names, keys and the like of the submission into their messages. */
const maxMessageChars = 500;
/** Of an error's message, what is shown. */
const maxSaidChars = 200;

type FailedOutcome = Exclude<CallOutcome, { kind: 'returned' }>;

type Question = { name: string; args: readonly unknown[]; submissionUrl: string };

/** What a call that did not return means for the submission. `args` are kept out of the message. */
export function faultOf(outcome: FailedOutcome, question: Question): Fault {
  const fault = describeFault(outcome, question);
  return { ...fault, message: printable(fault.message, maxMessageChars) };
}

function describeFault(outcome: FailedOutcome, { name, args, submissionUrl }: Question): Fault {
  const said = `your ${name}`;
  switch (outcome.kind) {
    case 'threw': {
      const line = lineIn(outcome.error.stack, submissionUrl);
      return {
        verdict: 'RTE',
        message: `${said} threw ${saying(outcome.error, args)}`,
        call: name,
        line,
      };
    }
    case 'unsendable':
      return {
        verdict: 'WA',
        message: `${said} returned something that is not plain data (${saying(outcome.error, args)})`,
        call: name,
      };
    case 'loadFailed':
      return {
        verdict: 'CE',
        message: saying(outcome.error, args),
        line: lineIn(outcome.error.stack, submissionUrl),
        column: caretColumn(outcome.error.stack),
      };
    case 'missing': {
      const names = outcome.functions.slice(0, 12).map((found) => printable(found, 40));
      const found = names.join(', ') || 'no function';
      return {
        verdict: 'CE',
        message: `the file does not export a function ${name}; it exports ${found}`,
      };
    }
    case 'timedOut':
      return { verdict: 'TLE', message: timeOutMessage(outcome, said), call: name };
    case 'overworked':
      return { verdict: 'TLE', message: overworkMessage(outcome, said), call: name };
    case 'tooManyThreads':
      return {
        verdict: 'RTE',
        message: `${said} started more threads than the limit of ${outcome.limit}`,
        call: name,
      };
    case 'tooManyFiles':
      return {
        verdict: 'RTE',
        message: `${said} opened more files than the limit of ${outcome.limit}; close each after use`,
        call: name,
      };
    case 'fileTooLarge':
      return {
        verdict: 'OLE',
        message: `${said} wrote a file of more than ${outcome.limitMb} MB`,
        call: name,
      };
    case 'outOfMemory':
      return {
        verdict: 'MLE',
        message: `${said} used more than the limit of ${outcome.limitMb} MB`,
        call: name,
      };
    case 'flooded':
      return {
        verdict: 'OLE',
        message: `${said} printed more than the limit of ${outcome.limitChars} characters; remove the console.log in its loop`,
        call: name,
      };
    case 'answerTooLarge':
      return {
        verdict: 'OLE',
        message: `${said} returned more than ${outcome.limitMb} MB of data`,
        call: name,
      };
    case 'exited':
      return {
        verdict: 'RTE',
        message: `the process ${outcome.how} in ${said}; return a value instead`,
        call: name,
      };
    case 'misspoke':
      return { verdict: 'RTE', message: `the process sent ${outcome.what} in ${said}`, call: name };
  }
}

/** The stack is the submission's word; no file that is judged has more lines. */
const maxLines = 1_000_000;

/** Line of the submission in an error's stack, from 1; its head for syntax errors, else its first frame. */
export function lineIn(stack: string, submissionUrl: string): number | undefined {
  const at = stack.indexOf(`${submissionUrl}:`);
  if (at < 0) return undefined;
  const line = Number.parseInt(stack.slice(at + submissionUrl.length + 1), 10);
  return line >= 1 && line <= maxLines ? line : undefined;
}

/** A syntax error's stack underlines the place with carets, on a line of their own. */
function caretColumn(stack: string): number | undefined {
  const carets = /^( *)\^+$/m.exec(stack);
  return carets === null ? undefined : (carets[1] ?? '').length + 1;
}

/** An error's name and the first line of its message, without the hidden input. */
function saying({ name, message }: Thrown, args: readonly unknown[]): string {
  const firstLine = message.split('\n', 1)[0] ?? '';
  return printable(redact(`${name}: ${firstLine}`, args), maxSaidChars);
}

function timeOutMessage(
  { what, limitMs, isHalved = false }: Extract<FailedOutcome, { kind: 'timedOut' }>,
  said: string,
): string {
  const seconds = `${limitMs / 1000} s`;
  if (what === 'run')
    return `all calls together took more than the limit of ${seconds}; ${said} was not called`;
  if (what === 'load') return `the file did not finish loading within ${seconds}`;
  if (what === 'answer') return `the answer of ${said} could not be read within ${seconds}`;
  const why = isHalved ? ' (the limit is halved each time it is passed)' : '';
  return `${said} did not finish within ${seconds}${why}; look for a loop that never ends or work done per pair of rows`;
}

function overworkMessage(
  { what, limitMs }: Extract<FailedOutcome, { kind: 'overworked' }>,
  said: string,
): string {
  const limit = `the limit of ${limitMs / 1000} s of CPU time`;
  if (what === 'load') return `the file passed ${limit} while loading`;
  if (what === 'run') return `all calls together passed ${limit}`;
  return `${said} passed ${limit}; work on several threads counts for each of them`;
}
