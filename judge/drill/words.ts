// An answer as words with their places in the text, so that whatever is found can be quoted.

export type Word = {
  /** Lower case; symbols are spelled out ("/" is "over"). */
  text: string;
  /** Where it stands in the answer; the end is exclusive. */
  start: number;
  end: number;
  sentence: number;
  /** Counts up at every comma, colon and "but" as well. */
  clause: number;
};

const symbols: Record<string, string> = {
  '+': 'plus',
  '/': 'over',
  '*': 'times',
  '·': 'times',
  '×': 'times',
  '=': 'equals',
  '≈': 'equals',
  '<': 'below',
  '>': 'above',
  '%': 'percent',
  '|': 'abs',
  '√': 'root',
  '²': 'squared',
  λ: 'lambda',
  '->': 'to',
  '→': 'to',
  '-': 'minus',
  '−': 'minus',
  '-=': 'minus',
  '^2': 'squared',
  '^': 'power',
  '&': 'and',
};

const spellings: Record<string, string[]> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  cant: ['can', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  arent: ['are', 'not'],
  wont: ['will', 'not'],
  shouldnt: ['should', 'not'],
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
  sqrt: ['root'],
  vs: ['versus'],
  'vs.': ['versus'],
  'e.g.': ['eg'],
  'i.e.': ['ie'],
  'etc.': ['etc'],
  nonzero: ['non', 'zero'],
};

const british =
  /(ular|rmal|inim|axim|eral|ptim|enal|dard|emor|uant|oken|mmar|tial|ctor|llel|ndom|cial|sual|mbol|gor|aract|oni|util)is(e|ed|es|er|ers|ing|ation|ations)$/;

const token =
  /e\.g\.|i\.e\.|etc\.|vs\.|[\p{L}\p{Nd}]+(?:\.\p{Nd}+)?(?:['’]\p{L}+)?|->|-=|\^2|[+/*·×=≈<>%|√²→−^&]|(?<=\s)-(?=\s)|\n\s*(?:\n|[-*•]\s|\d+[.)]\s)|\n|[.!?]+|[,;:()–—]/gu;

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  for (const { 0: raw, index } of text.matchAll(token)) {
    if (/^[.!?]|^\n./s.test(raw)) sentence += 1;
    if (/^[.!?\n,;:()–—]/.test(raw)) {
      clause += 1;
      continue;
    }
    for (const part of partsOf(raw)) {
      if (contrasts.has(part)) clause += 1;
      words.push({ text: part, start: index, end: index + raw.length, sentence, clause });
    }
  }
  return words;
}

const contrasts = new Set(['but', 'whereas', 'while', 'although', 'however']);

function partsOf(raw: string): string[] {
  const symbol = symbols[raw];
  if (symbol !== undefined) return [symbol];
  const lower = raw.toLowerCase().replace('’', "'").replace('ᵀ', 't');
  const spelled = spellings[lower];
  if (spelled !== undefined) return spelled;
  const negated = /^(\p{L}+)n't$/u.exec(lower);
  if (negated?.[1] !== undefined) return [negated[1], 'not'];
  const plain = lower.replace(/'\p{L}+$/u, '').replace(british, '$1iz$2');
  // "7b" and "4bit" are two words; "l1" and "p95" are one.
  const numbered = /^(\p{Nd}+(?:\.\p{Nd}+)?)(\p{L}+)$/u.exec(plain);
  return numbered === null ? [plain] : [numbered[1] ?? '', numbered[2] ?? ''];
}
