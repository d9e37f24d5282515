// Every command: what it takes, and where its code is. Nothing is imported before it is asked for.
import { UsageError } from '../errors.ts';
import { suggest } from '../problem/load.ts';
import { slugOfPath } from '../problem/locate.ts';
import type { Command } from './command.ts';
import type { CommandLine, OptionName } from './options.ts';

type Entry = {
  /** Beside `--root`, `--help`, `--no-color` and `--plain`, which every command takes. */
  takes: readonly OptionName[];
  load: () => Promise<Command>;
};

const everywhere: readonly OptionName[] = ['root', 'help', 'color', 'plain'];

const commands = {
  home: { takes: [], load: async () => (await import('./home.ts')).home },
  judge: {
    takes: ['file', 'seed', 'format', 'lines', 'sandbox'],
    load: async () => (await import('./judge.ts')).judgeCommand,
  },
  watch: {
    takes: ['file', 'seed', 'lines', 'sandbox'],
    load: async () => (await import('./watch.ts')).watch,
  },
  ask: {
    takes: ['file', 'sandbox'],
    load: async () => (await import('./ask.ts')).ask,
  },
  open: { takes: [], load: async () => (await import('./open.ts')).open },
  sample: {
    takes: ['file', 'seed', 'sandbox'],
    load: async () => (await import('./sample.ts')).sample,
  },
  start: {
    takes: ['mode', 'extra-time'],
    load: async () => (await import('./start.ts')).start,
  },
  redo: {
    takes: ['mode', 'extra-time'],
    load: async () => (await import('./start.ts')).redo,
  },
  pause: { takes: [], load: async () => (await import('./clock.ts')).pause },
  resume: { takes: [], load: async () => (await import('./clock.ts')).resume },
  time: { takes: ['sandbox'], load: async () => (await import('./clock.ts')).time },
  finish: { takes: ['sandbox'], load: async () => (await import('./finish.ts')).finish },
  hint: { takes: ['sandbox'], load: async () => (await import('./hint.ts')).hint },
  history: { takes: [], load: async () => (await import('./history.ts')).history },
  report: { takes: ['format', 'lines'], load: async () => (await import('./report.ts')).report },
  export: { takes: [], load: async () => (await import('./transfer.ts')).exportCommand },
  import: { takes: [], load: async () => (await import('./transfer.ts')).importCommand },
  why: { takes: ['file', 'seed', 'sandbox'], load: async () => (await import('./why.ts')).why },
  'give-up': { takes: ['sandbox'], load: async () => (await import('./finish.ts')).giveUp },
  drill: {
    takes: ['editor', 'fresh', 'ticks', 'llm', 'measure', 'store'],
    load: async () => (await import('./drill.ts')).drill,
  },
  design: {
    takes: ['editor', 'fresh', 'ticks', 'blind', 'extra-time'],
    load: async () => (await import('./design.ts')).design,
  },
  star: {
    takes: ['editor', 'fresh', 'anchors'],
    load: async () => (await import('./star.ts')).star,
  },
  plan: { takes: ['date'], load: async () => (await import('./plan.ts')).plan },
  mock: {
    takes: ['short', 'fresh', 'editor', 'extra-time', 'sandbox'],
    load: async () => (await import('./mock.ts')).mock,
  },
  new: { takes: [], load: async () => (await import('./new.ts')).newProblem },
  verify: {
    takes: ['seeds', 'mutation', 'sandbox'],
    load: async () => (await import('./verify.ts')).verify,
  },
  doctor: { takes: [], load: async () => (await import('./doctor.ts')).doctor },
} as const satisfies Record<string, Entry>;

type Verb = keyof typeof commands;

/** What a person asks for without the word for it. */
const unspoken: Record<string, string> = { home: 'The list of problems', judge: 'Judging' };

export const usage = `Usage: npm run judge <command>, options after --

  <nothing>                  the problems, your scores, the running session
  <problem>                  judge your file, workspace/<problem>.ts
  watch [problem]            judge at once and after every save; ? tells keys
  start <problem>            new session: fresh starter, statement, clock
  redo <problem>             new session on other hidden data
  pause | resume | time      the clock of the session
  finish | give-up           end the session; give-up says where solutions are
  open [problem]             the task and your file in $VISUAL or $EDITOR
  sample [problem]           run the visible tests only
  hint [problem] [subtask]   the next hint; costs no points
  why [problem] <subtask>    a fresh example of what a failing subtask asks
  history [problem]          scores over time
  report [run]               a stored report: the last, or by id or problem
  export [file]              the history as JSON
  import <file>              adds such a history to yours
  ask "<question>"           ask your RAG pipeline about the handbook: the
                             prompt, and a model's answer if OPENAI_BASE_URL
                             is set
  drill [ml|llm|due|list|<question>]
                             a concept question: answer, checklist, model
                             answer
  design [list|<design>|show <design>]
                             a system design in 35 minutes: clock, probes,
                             checklist, a worked answer
  star [list|<prompt>|<story>]
                             behavioural prompts and your stories for them
  plan [off]                 what to do until the interview; set its day with
                             --date
  mock [list|report|answers] a mock interview: all rounds in one sitting;
                             goes on where it was
  new <name>                 make the files of a new problem
  verify [problem]           prove a problem package, or all
  doctor                     what works on this machine, and what to do

Options, after --
  --file PATH      judge another file
  --seed N         replay a run on the same hidden data
  --format NAME    of judge and report: json (judge-report/1), junit, github,
                   gradescope, exercism, md; nothing else is printed if npm is
                   quiet: npm run -s judge ...
  --lines          of judge, watch and report: each finding on a line for an
                   editor, path:line:col - error subtask: text
  --mode NAME      of start: practice (default) or interview
  --extra-time N   of start, design and mock: the minutes times N, 1 to 4
  --sandbox NAME   auto (the strongest that works), bubblewrap, seatbelt, node
  --editor         of drill, design, star and mock: write in $VISUAL or $EDITOR
  --fresh          of drill, design, star and mock: begin anew, leave aside
                   what was kept
  --ticks "1 3"    of drill and design, when the text comes through a pipe: the
                   points that you made; all, none
  --blind "2 3 1 2"
                   of design, likewise: how strong each phase was, 1 (very
                   weak) to 4 (very strong)
  --anchors "3 2 4 3"
                   of star: your level on each anchor, 1 to 4
  --short          of mock: 45 minutes
  --date DAY       of plan: the day of the interview, such as 2030-01-31
  --llm            of drill: send the answer to the model of OPENAI_BASE_URL
                   and show which points it grants, each with a quote; no
                   score of yours depends on it
  --measure        of drill: how well the matcher agrees with labelled answers
  --seeds N        of verify: judge every solution on N seeds; below 2 the
                   rest is quicker too
  --mutation       of verify: measure what the certificate lacks (minutes)
  --no-color       no colour (NO_COLOR works too)
  --plain          one fact a line, no drawings: for screen readers
  --root DIR       another folder with problems/, solutions/, fixtures/,
                   starters/
  --help           this text; "npm run judge help" shows it, too`;

/**
 * The command that a line asks for, and the words left for it. A first word that is one of the
 * problems' `slugs` asks to judge that; the path of a problem's file does for its name. Throws a `UsageError` for a word that is neither, with the
 * nearest one, and for an option that the command does not take.
 */
export function findCommand(
  line: Pick<CommandLine, 'words' | 'written'>,
  slugs: readonly string[],
): {
  load: () => Promise<Command>;
  words: string[];
} {
  const { written } = line;
  const words = line.words.map((word) => slugOfPath(word) ?? word);
  const [first, ...rest] = words;
  if (first !== undefined && !isVerb(first) && !slugs.includes(first)) {
    const spoken = Object.keys(commands).filter((verb) => !Object.hasOwn(unspoken, verb));
    const names = [...slugs, ...spoken, 'help'];
    throw new UsageError(`"${first}" is no problem and no command. ${suggest(first, names)}`);
  }
  const verb = first === undefined ? 'home' : isVerb(first) ? first : 'judge';
  const { takes, load }: Entry = commands[verb];
  const stranger = written.find((name) => ![...takes, ...everywhere].includes(name));
  if (stranger !== undefined) throw new UsageError(refusalOf(stranger, verb));
  return { load, words: first === verb ? rest : words };
}

function refusalOf(option: OptionName, verb: Verb): string {
  const takers = Object.entries<Entry>(commands)
    .filter(([, { takes }]) => takes.includes(option))
    .map(([other]) => unspoken[other]?.toLowerCase() ?? other);
  const refused = `${unspoken[verb] ?? `"${verb}"`} takes no --${option}`;
  return `${refused}: that is for ${takers.join(', ')}.\nAll options: npm run judge -- --help`;
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(commands, word);
}
