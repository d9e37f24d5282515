// Pure: what a statement's markdown says in code. Its signatures stand in the ts blocks before
// "## Examples"; the ts blocks below that heading are executed (examples.ts).

/** A call, and the comment behind it: the value that it must have, as a JavaScript expression. */
export type Example = { code: string; expected: string; line: number };

export type StatementCode = {
  /** The types and function signatures. */
  signatures: { code: string; line: number };
  /** The `const` lines that the examples share. */
  setup: string;
  examples: Example[];
  /** Lines of code below "## Examples" that no value follows. */
  unvalued: number[];
};

type Block = { heading: string; lines: string[]; line: number };

/** Reads the statement. Lines are counted from 1. */
export function readStatement(markdown: string): StatementCode {
  const blocks = readBlocks(markdown);
  const isExample = ({ heading }: Block): boolean => heading === 'Examples';
  const declaring = blocks.filter((block) => !isExample(block));
  const read = blocks.filter(isExample).map(readExamples);
  return {
    signatures: {
      code: declaring.flatMap(({ lines }) => lines).join('\n'),
      line: declaring[0]?.line ?? 1,
    },
    setup: read.map(({ setup }) => setup).join('\n'),
    examples: read.flatMap(({ examples }) => examples),
    unvalued: read.flatMap(({ unvalued }) => unvalued),
  };
}

function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: Block | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    if (open !== undefined) {
      if (text.startsWith('```')) open = undefined;
      else open.lines.push(text);
    } else if (text.startsWith('## ')) heading = text.slice(3).trim();
    else if (/^```ts\s*$/.test(text)) {
      open = { heading, lines: [], line: index + 2 };
      blocks.push(open);
    }
  }
  return blocks;
}

function readExamples(block: Block): Omit<StatementCode, 'signatures'> {
  const setup: string[] = [];
  const examples: Example[] = [];
  const unvalued: number[] = [];
  let open = { code: '', expected: '', line: block.line };
  const close = (): void => {
    if (open.expected !== '') examples.push(open);
    else if (/^const\s/.test(open.code)) setup.push(open.code);
    else if (open.code.trim() !== '') unvalued.push(open.line);
  };
  for (const [index, text] of block.lines.entries()) {
    const { code, comment } = splitComment(text);
    const startsAnew = open.expected !== '' || /^const\s[^]*;\s*$/.test(open.code);
    if (code.trim() !== '' && startsAnew) {
      close();
      open = { code: '', expected: '', line: block.line + index };
    }
    if (open.code === '') open.line = block.line + index;
    if (code.trim() !== '') open.code += `${code}\n`;
    if (comment !== undefined) open.expected += `${comment}\n`;
  }
  close();
  return { setup: setup.join(''), examples, unvalued };
}

/** A line before and behind its first `//` that stands in no string. */
export function splitComment(text: string): { code: string; comment: string | undefined } {
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quote !== undefined) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = undefined;
    } else if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (sign === '/' && text[at + 1] === '/')
      return { code: text.slice(0, at), comment: text.slice(at + 2).trim() };
  }
  return { code: text, comment: undefined };
}

/**
 * What a module exports for each example, `answer<i>` and `expected<i>`, with what the
 * solution exports by `names` in reach. A number written `2.138…` becomes a marker of the digits it begins with.
 */
export function exampleModule(
  { setup, examples }: Pick<StatementCode, 'setup' | 'examples'>,
  { solution, names }: { solution: string; names: readonly string[] },
): string {
  const pairs = examples.map(
    ({ code, expected }, index) => `
export async function answer${index}() {
return await (
${code.replace(/;\s*$/, '')}
);
}
export function expected${index}() {
return (
${expected.replace(/(-?\d+\.?\d*)…/g, 'prefix("$1")')}
);
}`,
  );
  return `import * as solution from ${JSON.stringify(solution)};
const { ${names.join(', ')} } = solution;
const prefix = (digits) => ({ ${JSON.stringify(prefixKey)}: digits });
${setup}
${pairs.join('\n')}
`;
}

const prefixKey = 'begins with';

/**
 * The expected value with each marked number replaced by the actual one where that begins with the
 * digits given; what does not stays a marker, which equals nothing.
 */
export function settlePrefixes(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected))
    return expected.map((item, index) =>
      settlePrefixes(item, Array.isArray(actual) ? actual[index] : undefined),
    );
  if (typeof expected !== 'object' || expected === null) return expected;
  const entries = new Map<string, unknown>(Object.entries(expected));
  const digits = entries.get(prefixKey);
  if (typeof digits === 'string') return String(actual).startsWith(digits) ? actual : expected;
  const actuals = new Map<string, unknown>(Object.entries(Object(actual)));
  return Object.fromEntries(
    [...entries].map(([key, value]) => [key, settlePrefixes(value, actuals.get(key))]),
  );
}
