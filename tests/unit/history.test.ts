import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { History } from '#judge/history/history.ts';
import type { Report } from '#judge/model/report.ts';

const folders: string[] = [];
let root: string;
beforeEach(() => {
  vi.stubEnv('JUDGE_HOME', undefined);
  root = mkdtempSync(join(tmpdir(), 'judge-history-'));
  folders.push(root);
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const report: Report = {
  schema: 'judge-report/1',
  slug: 'double',
  title: 'Double',
  minutes: 5,
  file: 'workspace/double.ts',
  verdict: 'AC',
  points: 100,
  maxPoints: 100,
  typeErrors: [],
  subtasks: [],
  seed: 7,
  durations: { totalMs: 10 },
  printedChars: 0,
  strayErrors: 0,
  sandbox: 'node permissions',
  versions: { judge: '1', node: '26', vitest: '5' },
  hashes: { suite: '', submission: '' },
};

test('what was written is there when the history is opened again, oldest first', () => {
  {
    using history = new History(root);
    history.append('run', 'double', { report, source: 'first' });
    history.append('run', 'other', { report, source: 'of another problem' });
    history.append('run', 'double', { report: { ...report, points: 40 }, source: 'second' });
  }
  using history = new History(root);
  expect(history.list('run', 'double').map(({ data }) => data.source)).toEqual(['first', 'second']);
  expect(history.list('run')).toHaveLength(3);
});

test('two judges write at once', () => {
  using one = new History(root);
  using two = new History(root);
  one.append('run', 'double', { report, source: 'one' });
  two.append('run', 'double', { report, source: 'two' });
  expect(one.list('run')).toHaveLength(2);
});

test('a draft is kept until it is dropped', () => {
  using history = new History(root);
  history.saveDraft('answer', 'first words');
  history.saveDraft('answer', 'more words');
  expect(history.draft('answer')).toBe('more words');
  history.dropDraft('answer');
  expect(history.draft('answer')).toBeUndefined();
});

test('a file that is no database is named, and kept', () => {
  using _made = new History(root);
  const other = mkdtempSync(join(tmpdir(), 'judge-history-'));
  folders.push(other);
  writeFileSync(join(other, 'judge.db'), 'not a database, but a text of some length'.repeat(100));
  vi.stubEnv('JUDGE_HOME', other);
  expect(() => new History(root)).toThrow(/judge\.db cannot be opened.*Move that file away/);
});

test('a history of a later version is left alone', () => {
  {
    using _made = new History(root);
  }
  const database = new DatabaseSync(join(root, '.judge/judge.db'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => new History(root)).toThrow(/version 99.*use the newer judge/);
});
