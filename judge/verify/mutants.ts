// Small faults, one at a time, put into a solution's source: which they are comes from Stryker's
// instrumenter, which places them all at once; we put each into the text by itself, so that a
// mutant runs as fast as the solution and its time can be judged.
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { z } from 'zod';

export type Mutant = {
  mutator: string;
  line: number;
  /** The top-level declaration that it stands in. */
  in: string;
  /** The line that it begins in, without indentation. */
  at: string;
  original: string;
  replacement: string;
  /** The whole source, mutated. */
  source: string;
};

/** Every mutant of a source, in the order of the text. */
export async function makeMutants(path: string, source: string): Promise<Mutant[]> {
  const instrumenter = new Instrumenter(silence);
  const options = { excludedMutations: [], plugins: null, ignorers: [], noHeader: true };
  const files = [{ name: path, content: source, mutate: true }];
  const { mutants } = await instrumenter.instrument(files, options);
  const lines = source.split('\n');
  const lengths = lines.map((text) => text.length + 1);
  const offsetOf = ({ line, column }: { line: number; column: number }): number =>
    lengths.slice(0, line).reduce((sum, length) => sum + length, 0) + column;
  return mutants
    .map(({ location, mutatorName, replacement }) => {
      const [start, end] = [offsetOf(location.start), offsetOf(location.end)];
      const parts = [source.slice(0, start), wrapped(replacement, mutatorName), source.slice(end)];
      return {
        start,
        mutant: {
          mutator: mutatorName,
          line: location.start.line + 1,
          in: declarationAt(source, start),
          at: lines[location.start.line]?.trim() ?? '',
          original: short(source.slice(start, end)),
          replacement: short(replacement),
          source: parts.join(''),
        },
      };
    })
    .sort((a, b) => a.start - b.start)
    .map(({ mutant }) => mutant);
}

/** Expressions go into parentheses, which keep the tree as it was; statements cannot. */
function wrapped(replacement: string, mutator: string): string {
  const isStatement = mutator === 'BlockStatement' || /^(;|case\b|default\b)/.test(replacement);
  return isStatement ? replacement : `(${replacement})`;
}

function declarationAt(source: string, offset: number): string {
  const before = source.slice(0, offset);
  const names = before.matchAll(
    /^(?:export )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|type) +(\w+)/gm,
  );
  return [...names].at(-1)?.[1] ?? '';
}

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

const ignore = (): void => {};
/** The instrumenter's news are for Stryker's users. */
const silence = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
};

/** A mutant as the certificate and the list of equivalent ones name it. */
export const mutantSchema = z.strictObject({
  in: z.string(),
  at: z.string(),
  original: z.string(),
  replacement: z.string(),
});

export type MutantName = z.infer<typeof mutantSchema>;

export function isSameMutant(a: MutantName, b: MutantName): boolean {
  return (
    a.in === b.in && a.at === b.at && a.original === b.original && a.replacement === b.replacement
  );
}
