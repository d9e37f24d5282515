// Pure: what watch does next. One thing at a time: a run, or what a key asks for.

export const keyCommands = {
  h: 'hint',
  w: 'why',
  t: 'time',
  p: 'pause',
  s: 'statement',
  o: 'open',
  '?': 'keys',
} as const;

export type KeyCommand = (typeof keyCommands)[keyof typeof keyCommands];

type Work =
  /** `text` tells one text from another, as everywhere here. */
  { kind: 'run'; text: string } | { kind: 'command'; command: KeyCommand };

export type State = {
  /** What the file holds; `undefined` where there is none. */
  file: string | undefined;
  work: Work | undefined;
  /** The text of the last verdict. */
  judged: string | undefined;
  /** What comes when the work has ended. */
  next: 'run' | KeyCommand | undefined;
};

export type Event =
  | { kind: 'saved'; text: string }
  | { kind: 'gone' }
  | { kind: 'key'; key: string }
  /** The work has ended; a run without a verdict was cancelled or failed. */
  | { kind: 'ended'; hasVerdict: boolean };

export type Effect =
  | { kind: 'run' }
  /** Ends the run; `ended` follows. */
  | { kind: 'cancel' }
  | { kind: 'command'; command: KeyCommand }
  | { kind: 'tell'; news: 'gone' | 'unchanged' | 'waiting' | 'later' }
  | { kind: 'quit' };

export type Step = { state: State; effects: Effect[] };

/** The first step: a run of the file as it is. */
export function begin(file: string | undefined): Step {
  const state: State = { file, work: undefined, judged: undefined, next: undefined };
  return file === undefined ? { state, effects: [tell('gone')] } : run(state, file);
}

/** What follows from an event. */
export function step(state: State, event: Event): Step {
  switch (event.kind) {
    case 'saved':
      return saved({ ...state, file: event.text }, event.text);
    case 'gone':
      return { state: { ...state, file: undefined }, effects: [tell('gone')] };
    case 'key':
      return pressed(state, event.key);
    case 'ended':
      return ended(state, event.hasVerdict);
  }
}

function saved(state: State, text: string): Step {
  const { work, judged } = state;
  if (work === undefined)
    return text === judged ? { state, effects: [tell('unchanged')] } : run(state, text);
  if (work.kind === 'command') {
    const next = text === judged ? state.next : 'run';
    return { state: { ...state, next }, effects: [] };
  }
  // Back to the text that is being judged: the run goes on, unless it is being cancelled.
  if (text === work.text) return { state, effects: [] };
  if (state.next === 'run') return { state, effects: [] };
  return { state: { ...state, next: 'run' }, effects: [{ kind: 'cancel' }] };
}

function pressed(state: State, key: string): Step {
  if (key === 'q') return { state, effects: [{ kind: 'quit' }] };
  const { file, work } = state;
  if (key === 'r') {
    if (work !== undefined) return { state, effects: [] };
    return file === undefined ? { state, effects: [tell('gone')] } : run(state, file);
  }
  const command = isKey(key) ? keyCommands[key] : undefined;
  if (command === undefined) return { state, effects: [] };
  if (work === undefined) return doCommand(state, command);
  // A save is worth more than a key.
  if (state.next !== undefined) return { state, effects: [] };
  return { state: { ...state, next: command }, effects: [tell('later')] };
}

function ended(before: State, hasVerdict: boolean): Step {
  const { work, next, file } = before;
  const judged = work?.kind === 'run' && hasVerdict ? work.text : before.judged;
  const state: State = { ...before, work: undefined, judged, next: undefined };
  if (next === 'run' && file !== undefined) return run(state, file);
  if (next !== undefined && next !== 'run') return doCommand(state, next);
  return { state, effects: [tell(file === undefined ? 'gone' : 'waiting')] };
}

function run(state: State, text: string): Step {
  return { state: { ...state, work: { kind: 'run', text } }, effects: [{ kind: 'run' }] };
}

function doCommand(state: State, command: KeyCommand): Step {
  const work: Work = { kind: 'command', command };
  return { state: { ...state, work }, effects: [{ kind: 'command', command }] };
}

function tell(news: Extract<Effect, { kind: 'tell' }>['news']): Effect {
  return { kind: 'tell', news };
}

function isKey(key: string): key is keyof typeof keyCommands {
  return Object.hasOwn(keyCommands, key);
}
