// Every command: what it takes, and where its code is. Nothing is imported before it is asked for.
import { UsageError } from '../errors.ts';
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
    takes: ['file', 'seed', 'format', 'sandbox'],
    load: async () => (await import('./judge.ts')).judgeCommand,
  },
  ask: {
    takes: ['file', 'sandbox'],
    load: async () => (await import('./ask.ts')).ask,
  },
  sample: {
    takes: ['file', 'seed', 'sandbox'],
    load: async () => (await import('./sample.ts')).sample,
  },
  drill: {
    takes: ['editor', 'fresh', 'ticks', 'measure', 'store'],
    load: async () => (await import('./drill.ts')).drill,
  },
  new: { takes: [], load: async () => (await import('./new.ts')).newProblem },
  verify: {
    takes: ['seeds', 'mutation', 'sandbox'],
    load: async () => (await import('./verify.ts')).verify,
  },
  doctor: { takes: [], load: async () => (await import('./doctor.ts')).doctor },
} as const satisfies Record<string, Entry>;

type Verb = keyof typeof commands;

export const usage = `Usage
  npm run judge                        list the problems
  npm run judge <problem>              judge workspace/<problem>.ts with the hidden tests
  npm run judge sample <problem>       run the visible tests only
  npm run judge new <name>             make the files of a new problem
  npm run judge verify [problem]       prove a problem package, or all
  npm run judge ask "<question>"       ask your RAG pipeline about the handbook: shows the prompt,
                                       and the answer of a model if OPENAI_BASE_URL is set
  npm run judge drill [ml|llm|due|list|<question>]
                                       a concept question: answer, checklist, model answer
  npm run judge doctor                 what works on this machine, and what to do

Options, after --
  --file PATH      judge another file
  --seed N         replay a run on the same hidden data
  --format json    print the report as JSON (judge-report/1); use "npm run -s judge" for JSON alone
  --sandbox NAME   auto (the strongest that works here), bubblewrap, seatbelt or node
  --seeds N        verify: judge every solution on N seeds; below 2 the rest is quicker too
  --mutation       verify: measure what the certificate lacks (minutes)
  --editor         of drill: write the answer in $EDITOR
  --fresh          of drill: begin anew, leave the kept draft aside
  --ticks "1 3"    of drill, when the answer comes through a pipe: the points that you made; all, none
  --measure        of drill: how well the automatic matcher agrees with labelled answers
  --no-color       no colour (NO_COLOR works too)
  --plain          one fact a line, no drawings: for screen readers
  --root DIR       another folder with problems/, solutions/, fixtures/ and starters/
  --help           this text`;

/**
 * The command that a line asks for, and the words left for it. A first word that is no verb is a
 * problem to judge. Throws a `UsageError` for an option that the command does not take.
 */
export function findCommand({ words, written }: Pick<CommandLine, 'words' | 'written'>): {
  load: () => Promise<Command>;
  words: string[];
} {
  const [first, ...rest] = words;
  const verb = first === undefined ? 'home' : isVerb(first) ? first : 'judge';
  const { takes, load }: Entry = commands[verb];
  const stranger = written.find((name) => ![...takes, ...everywhere].includes(name));
  if (stranger !== undefined) throw new UsageError(`"${verb}" takes no --${stranger}.\n\n${usage}`);
  return { load, words: first === verb ? rest : words };
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(commands, word);
}
