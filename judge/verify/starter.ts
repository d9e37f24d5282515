// Whether starter and statement tell the candidate the same, and where to begin.
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { compile } from '../advice/types.ts';
import { askCandidate } from '../ask.ts';
import type { Problem } from '../model/problem.ts';
import { faultOf } from '../suite/fault.ts';
import type { Bench, CheckResult, Finding } from './check.ts';
import { readStatement } from './statement.ts';

export async function checkStarter(problem: Problem, bench: Bench): Promise<CheckResult> {
  const { manifest, paths } = problem;
  const where = relative(bench.root, paths.starter);
  const source = readFileSync(paths.starter, 'utf8');
  const begin = /^\/\/ Begin with (.*)$/m.exec(source)?.[1] ?? '';
  const named = manifest.exports.filter((name) => new RegExp(`\\b${name}\\b`).test(begin));
  const findings: Finding[] = [];
  if (named.length === 0) {
    const next = `Say in its header which function comes first: "// Begin with ${manifest.exports[0]}: …".`;
    findings.push({ what: 'the starter does not show where to begin', where, next });
  }
  for (const error of await compile(
    [paths.starter, ...declarations(problem)],
    dirname(paths.starter),
  ))
    findings.push({ what: error.replace(/^.*?: /, ''), where, next: 'Mend the type error.' });
  const why = await findWrongExports(problem, { bench, source });
  if (why !== undefined)
    findings.push({
      what: why,
      where,
      next: 'Make it export every function of the manifest.',
    });
  return { summary: `type-checks; begins with ${named.join(' and ')}`, findings };
}

function declarations({ paths }: Problem): string[] {
  return globSync(join(paths.fixtures, '*.d.ts'));
}

async function findWrongExports(
  problem: Problem,
  { bench, source }: { bench: Bench; source: string },
): Promise<string | undefined> {
  const { root, sandbox } = bench;
  const submission = { path: problem.paths.starter, source };
  const asked = await askCandidate(
    { submission, problem, seed: 1, root, sandbox },
    async (host) => {
      const loaded = await host.loaded;
      return loaded.kind === 'loaded' ? loaded.functions : [];
    },
  );
  if (asked.kind === 'notLoaded') {
    const { message } = faultOf(asked.outcome, { name: 'starter', args: [], submissionUrl: '' });
    return `the starter does not load: ${message}`;
  }
  const missing = problem.manifest.exports.filter((name) => !asked.result.includes(name));
  return missing.length === 0 ? undefined : `the starter does not export ${missing.join(', ')}`;
}

/** Every export and type of the starter stands in the statement, with the same signature. */
export async function checkStatement(problem: Problem, bench: Bench): Promise<CheckResult> {
  const { manifest, paths } = problem;
  const where = relative(bench.root, paths.statement);
  const { signatures } = readStatement(readFileSync(paths.statement, 'utf8'));
  const types = typesOf(readFileSync(paths.starter, 'utf8'));
  const names = [
    ...manifest.exports.map((name) => ({ name, kind: 'function' })),
    ...types.map((name) => ({ name, kind: 'type' })),
  ];
  const missing = names.filter(
    ({ name, kind }) => !new RegExp(`^${kind} ${name}\\b`, 'm').test(signatures.code),
  );
  const findings = missing.map(({ name, kind }) => ({
    what: `the statement does not declare the ${kind} ${name}`,
    where: `${where}:${signatures.line}`,
    next: `Put "${kind} ${name}…" into a ts block before "## Examples".`,
  }));
  const differing =
    missing.length > 0 ? [] : await findDiffering(problem, { types, code: signatures.code });
  return {
    summary: `${manifest.exports.length} functions and ${types.length} types as in the starter`,
    findings: [
      ...findings,
      ...differing.map((what) => ({
        what,
        where: `${where}:${signatures.line}`,
        next: 'Give statement and starter the same types and signatures.',
      })),
    ],
  };
}

function typesOf(starter: string): string[] {
  return [...starter.matchAll(/^export type (\w+)/gm)].map(([, name = '']) => name);
}

/**
 * Lets the compiler assign each function and type of the starter to that of the statement, and the
 * other way round.
 */
async function findDiffering(
  { manifest, paths }: Problem,
  { types, code }: { types: readonly string[]; code: string },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-verify-'));
  try {
    const file = join(folder, 'signatures.ts');
    const claims = [
      ...manifest.exports.map((name) => ({
        what: `the signature of ${name}`,
        ours: `typeof starter.${name}`,
        told: `typeof told.${name}`,
      })),
      ...types.map((name) => ({
        what: `the type ${name}`,
        ours: `starter.${name}`,
        told: `told.${name}`,
      })),
    ];
    const lines = claims.map(
      ({ ours, told }, index) =>
        `declare let ours${index}: ${ours}; declare let told${index}: ${told}; ours${index} = told${index}; told${index} = ours${index};`,
    );
    const starter = `import type * as starter from ${JSON.stringify(paths.starter)};`;
    writeFileSync(file, [starter, ...lines, `declare namespace told {\n${code}\n}`].join('\n'));
    const errors = await compile([file], folder);
    const numbers = errors.map((error) => Number(/^[^(]*\((\d+),/.exec(error)?.[1]));
    return claims
      .filter((_, index) => numbers.includes(index + 2))
      .map(({ what }) => `${what} is another one in the starter`)
      .concat(
        errors
          .filter((_, index) => (numbers[index] ?? 0) > claims.length + 1)
          .map((error) => `the signatures are no TypeScript: ${error.replace(/^.*?: /, '')}`),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
