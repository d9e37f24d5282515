// Whether a literal of the hidden suite, telling enough to be recognised, also stands where the
// candidate reads. What stands there on purpose is declared in a comment of the suite or the
// generator: `// Also visible: 'London', 1709251200000`.
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Problem } from '../model/problem.ts';
import type { Bench, CheckResult } from './check.ts';

/** A shorter text or number may stand in two places by chance. */
const leastChars = 8;
const leastDigits = 5;
/** Titles and parts of messages are words; data that is nothing else tells nothing either. */
const prose = /^[a-z][a-z '-]* [a-z '-]*$/;

export function checkConstants(problem: Problem, { root }: Pick<Bench, 'root'>): CheckResult {
  const { paths } = problem;
  const hidden = [paths.hiddenSuite, paths.generator].map((path) => readFileSync(path, 'utf8'));
  const declared = new Set(hidden.flatMap(declaredConstants));
  const visiblePaths = [
    paths.statement,
    paths.sampleSuite,
    paths.starter,
    ...globSync(join(paths.fixtures, '**/*.{md,csv,json,txt,ts}')),
  ];
  const visible = visiblePaths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const known = knownWords(problem, readFileSync(paths.starter, 'utf8'));
  const constants = [...new Set(hidden.flatMap(tellingConstants))].filter(
    (text) => !known.has(text),
  );
  const shown = constants.flatMap((text) => {
    const place = visible.find((file) => includesWhole(file.text, text));
    return place === undefined ? [] : [{ text, path: place.path }];
  });
  const undeclared = shown.filter(({ text }) => !declared.has(text));
  return {
    summary: `${constants.length} telling constants; ${shown.length - undeclared.length} visible, as declared`,
    findings: [
      ...undeclared.map(({ text, path }) => ({
        what: `the hidden constant ${JSON.stringify(text)} is visible`,
        where: relative(root, path),
        next: `Draw it from the seed, or declare it in the suite: // Also visible: ${JSON.stringify(text)}`,
      })),
      ...[...declared]
        .filter((text) => !shown.some((one) => one.text === text))
        .map((text) => ({
          what: `${JSON.stringify(text)} is declared as visible, but is no hidden constant that is`,
          where: relative(root, paths.hiddenSuite),
          next: 'Take it out of the "Also visible" comment.',
        })),
    ],
  };
}

/** String literals of some length and numbers of some digits, as text. */
export function tellingConstants(source: string): string[] {
  const found: string[] = [];
  walk(parseSync('suite.ts', source).program, (literal) => {
    if (typeof literal === 'string' && literal.length >= leastChars && !prose.test(literal))
      found.push(literal);
    if (typeof literal === 'number' && significantDigits(literal) >= leastDigits)
      found.push(String(literal));
  });
  return found;
}

function walk(node: unknown, onLiteral: (value: unknown) => void): void {
  if (Array.isArray(node)) return node.forEach((item) => walk(item, onLiteral));
  if (typeof node !== 'object' || node === null) return;
  const fields = new Map<string, unknown>(Object.entries(node));
  const type = fields.get('type');
  // Names of modules and titles are no data.
  if (typeof type === 'string' && /^(Import|Export)/.test(type)) fields.delete('source');
  if (type === 'CallExpression' && isTitled(fields.get('callee'))) {
    const given = fields.get('arguments');
    if (Array.isArray(given)) fields.set('arguments', given.slice(1));
  }
  if (type === 'Literal') onLiteral(fields.get('value'));
  else for (const inner of fields.values()) walk(inner, onLiteral);
}

function isTitled(callee: unknown): boolean {
  if (typeof callee !== 'object' || callee === null || !('name' in callee)) return false;
  return callee.name === 'test' || callee.name === 'subtask';
}

function significantDigits(value: number): number {
  return String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

function declaredConstants(source: string): string[] {
  const comments = source.matchAll(/^\/\/ Also visible: (.*(?:\n\/\/ {3}.*)*)/gm);
  return [...comments].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']*)'|(-?\d[\d.]*)/g)].map(([, text, number]) => text ?? number ?? ''),
  );
}

/** Words that the candidate must know: exports, ids of subtasks, fields and words of types. */
function knownWords({ manifest }: Problem, starter: string): Set<string> {
  const code = starter.replace(/^\/\/.*$/gm, '');
  return new Set([
    ...manifest.exports,
    ...manifest.subtasks.map(({ id }) => id),
    ...code.matchAll(/[\p{L}\p{N}_]+/gu).map(([word]) => word),
  ]);
}

function includesWhole(text: string, part: string): boolean {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(
    text.replaceAll(/(?<=\d)_(?=\d)/g, ''),
  );
}
