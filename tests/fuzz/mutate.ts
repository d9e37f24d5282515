// Small accidents in a source text: pure, so that a specimen can be made again from its numbers.
import { parseSync } from 'oxc-parser';

/** One accident; positions are taken modulo the number of tokens. */
export type Edit = {
  kind: 'delete' | 'duplicate' | 'swap' | 'retype';
  at: number;
  /** The other token of a swap; the token that is typed instead, of the source or of `strangers`. */
  other: number;
};

/** What people type by mistake, and values that code seldom expects. */
// oxfmt-ignore
const strangers = [
  'undefined', 'null', 'NaN', '0', '-0', '-1', '1e308', '2 ** 53', '10n', "''", '[]', '{}', '() => {}',
  'new Proxy({}, {})', 'Symbol()', 'new Array(1e7)', 'await', 'async', 'yield', 'return', 'throw',
  'while', 'if', 'for (;;)', 'export', 'delete', 'void', 'typeof', '!', '<', '<=', '===', '&&', '??',
  '=', '=>', '...', ';', ',', '(', ')', '{', '}', '`', "'", '/*', '//', '\\', '\u0000', '\ud800',
];

/**
 * The source after the edits, one upon the other. Most would leave no program: unless it may be
 * `broken`, only those are made after which the parser still reads one.
 */
export function mutate(
  source: string,
  { edits, broken }: { edits: readonly Edit[]; broken: boolean },
): string {
  const edit = (tokens: string[], next: Edit): string[] => {
    const edited = apply(tokens, next);
    return broken || isProgram(edited.join('')) ? edited : tokens;
  };
  return edits.reduce(edit, tokensOf(source)).join('');
}

function isProgram(source: string): boolean {
  return parseSync('solution.ts', source).errors.length === 0;
}

function apply(tokens: string[], { kind, at, other }: Edit): string[] {
  const visible = [...tokens.keys()].filter((index) => !isQuiet(tokens[index] ?? ''));
  const nth = (number: number): number => visible[number % visible.length] ?? 0;
  const [here, there] = [nth(at), nth(other)];
  const token = tokens[here] ?? '';
  switch (kind) {
    case 'delete':
      return tokens.toSpliced(here, 1);
    case 'duplicate':
      return tokens.toSpliced(here, 0, token, ' ');
    case 'swap':
      return tokens.with(here, tokens[there] ?? '').with(there, token);
    case 'retype': {
      const stranger = strangers[other % strangers.length] ?? '';
      return tokens.with(here, other % 2 === 0 ? (tokens[there] ?? '') : ` ${stranger} `);
    }
  }
}

/** Whether a change there would change nothing. */
function isQuiet(token: string): boolean {
  return token.trim() === '' || /^\/[/*]/.test(token);
}

/**
 * The text in pieces: where the parser sees a node begin or end there is a cut, and between nodes
 * words, spaces and signs are apart. Joined they are the text.
 */
export function tokensOf(source: string): string[] {
  const cuts = new Set([0, source.length]);
  const { program, comments } = parseSync('solution.ts', source);
  collect([program, comments], cuts);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted
    .slice(1)
    .flatMap((end, index) => {
      const piece = source.slice(sorted[index], end);
      return /^(['"`/]|\d)/.test(piece) ? [piece] : (piece.match(/\w+|\s+|[^\w\s]/gu) ?? []);
    })
    .filter((token) => token !== '');
}

function collect(node: unknown, cuts: Set<number>): void {
  if (Array.isArray(node)) return node.forEach((item) => collect(item, cuts));
  if (typeof node !== 'object' || node === null) return;
  if ('start' in node && typeof node.start === 'number') cuts.add(node.start);
  if ('end' in node && typeof node.end === 'number') cuts.add(node.end);
  for (const inner of Object.values(node)) collect(inner, cuts);
}
