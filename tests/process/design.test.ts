import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { History } from '#judge/history/history.ts';
import { root } from '../helpers/cli.ts';
import { newFolder, read, start } from '../helpers/drill.ts';

const notes = `A wrong answer costs the user a broken machine.
---
BM25 first, as a baseline.
---
A golden set with passages: recall@10 for retrieval, faithfulness for generation.
---
Each query costs 0.2 cents for 4,000 tokens.`;

async function judge(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = start(args, env);
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)];
  child.stdin?.on('error', () => {}).end(input);
  const [exitCode]: unknown[] = await once(child, 'close');
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

function records() {
  using history = new History(root);
  return history.list('design').map(({ subject, data }) => ({ subject, ...data }));
}

describe('through a pipe', () => {
  test('four parts are the four phases; ticks and the blind score are options', async () => {
    const args = ['design', 'rag-qa', '--ticks', '1 20', '--blind', '2 1 3 1'];
    // A file of another system parts its lines otherwise.
    const { exitCode, stdout } = await judge(args, notes.replace('\n---', '\r\n---\r'));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/found\s+"wrong answer costs the user"/);
    expect(stdout).toMatch(/Self\s+11 of 100 {3}2 items/);
    expect(stdout).toMatch(/Matched\s+17 of 100 {3}4 items/);
    expect(stdout).toMatch(/Clock\s+none ran/);
    expect(stdout).toContain('## The change request');
    expect(stdout).toContain('290,000 x 1536 x 4 bytes = 1.78 GB');
    expect(records()).toMatchObject([
      {
        subject: 'rag-qa',
        notes: { 'high-level': 'BM25 first, as a baseline.' },
        blind: { requirements: 'weak', 'deep-dive': 'strong' },
        self: { items: ['users-and-cost', 'evaluation'], score: 11, gates: [] },
        matched: { score: 17 },
      },
    ]);
    expect(records()[0]?.clock).toBeUndefined();
  });

  test('without ticks only the matched score stands, and its gate caps it alone', async () => {
    const { stdout } = await judge(['design', 'rag-qa'], 'BM25 first, as a baseline.');
    expect(stdout).toMatch(/Self\s+not ticked/);
    expect(stdout).toMatch(/Gate.*\s.*caps the score at 55\s+\(matched\)/);
    expect(records()[0]?.self).toBeUndefined();
  });

  test('changes with + and - start from what was found', async () => {
    await judge(['design', 'rag-qa', '--ticks', '+2 -20'], notes);
    expect(records()[0]?.self?.items).toEqual([
      'users-and-cost',
      'corpus',
      'bm25-baseline',
      'request-cost',
    ]);
  });

  test('what was typed before a kill is there on the next start', async () => {
    const child = start(['design', 'rag-qa']);
    child.stdin?.write('A wrong answer costs ');
    for (;;) {
      using history = new History(root);
      if (history.draft('design/rag-qa') !== undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const { stdout } = await judge(['design', 'rag-qa'], 'the user a machine.');
    expect(stdout).toContain('Kept from before (4 words):\nA wrong answer costs');
    expect(records()[0]?.notes.requirements).toBe('A wrong answer costs\nthe user a machine.');
  });
});

test('a design that was done is listed, shown again, exported and imported', async () => {
  const fresh = await judge(['design', 'list']);
  expect(fresh.stdout).toContain('rag-qa: RAG document Q&A over 10,000 PDFs; new');
  await judge(['design', 'rag-qa', '--ticks', '1 20'], notes);
  const listed = await judge(['design']);
  expect(listed.stdout).toMatch(/rag-qa: [^;]*; \d{4}-\d\d-\d\d self 11, matched 17/);
  const shown = await judge(['design', 'show', 'rag-qa']);
  expect(shown.stdout).toContain('BM25 first, as a baseline.');
  expect(shown.stdout).toMatch(/Self\s+11 of 100/);
  const file = join(newFolder(), 'all.json');
  await judge(['export', file]);
  const other = newFolder();
  const imported = await judge(['import', file], '', { JUDGE_HOME: other });
  expect(imported.stdout).toContain('Added 1, had 0 already');
  const there = await judge(['design', 'show', 'rag-qa'], '', { JUDGE_HOME: other });
  expect(there.stdout).toBe(shown.stdout);
});

describe('every text', () => {
  test.each(['rag-qa', 'recommender', 'support-agent'])(
    'of %s fits into 40 columns, except code and commands',
    async (id) => {
      const { stdout } = await judge(
        ['design', id, '--blind', '3 3 3 3', '--ticks', 'all'],
        notes,
        {
          COLUMNS: '40',
        },
      );
      const [beforeExemplar = '', exemplar = ''] = stdout.split('# A worked answer');
      const tooWide = beforeExemplar
        .split('\n')
        .filter((line) => line.length > 40 && !line.startsWith('  npm run judge'));
      expect(tooWide).toEqual([]);
      const prose = exemplar
        .replaceAll(/```[^]*?```/g, '')
        .split('\n')
        .slice(1)
        .filter((line) => line.length > 40 && /\s/.test(line.trim()));
      expect(prose).toEqual([]);
    },
  );

  test('is one fact a line with --plain, and draws no rules', async () => {
    const { stdout } = await judge(['design', 'rag-qa', '--plain', '--ticks', '1'], notes);
    expect(stdout).not.toContain('----');
    expect(stdout).toContain('\nself: 3 of 100   1 item\n');
    expect(stdout).toContain('\ndeep dive: blind not said; self 0/40; matched 8/40\n');
    expect(stdout).toMatch(/^20, 8 points, critical: /m);
  });
});

describe('bad input gets one sentence and exit code 2', () => {
  test.each<[string, string[], string, RegExp]>([
    ['an unknown design', ['rag-q'], notes, /no design "rag-q"\. Did you mean "rag-qa"\?/],
    ['two designs', ['rag-qa', 'recommender'], notes, /Too many words/],
    ['empty notes', ['rag-qa'], ' \n---\n ', /notes are empty, so nothing is recorded/],
    ['five parts', ['rag-qa'], 'a\n---\nb\n---\nc\n---\nd\n---\ne', /5 parts, but a design has 4/],
    ['a tick too high', ['rag-qa', '--ticks', '1 28'], notes, /from 1 to 27.*"28" is none/],
    ['mixed ticks', ['rag-qa', '--ticks', '1 +2'], notes, /changes with \+ and -/],
    ['three blind numbers', ['rag-qa', '--blind', '1 2 3'], notes, /four numbers from 1/],
    ['nothing to show', ['show', 'rag-qa'], '', /not finished "rag-qa" yet/],
    ['nothing named to show', ['show'], '', /Say which design/],
    ['an option of others', ['rag-qa', '--seed', '1'], '', /takes no --seed/],
  ])('%s', async (_, args, input, says) => {
    const { exitCode, stderr } = await judge(['design', ...args], input);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(records()).toEqual([]);
  });

  test('a broken data file, one that is missing, and a folder without any', async () => {
    const tree = newFolder();
    cpSync(join(root, 'problems/designs'), join(tree, 'problems/designs'), { recursive: true });
    const file = join(tree, 'problems/designs/rag-qa/design.json');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace('"points": 8', '"points": 9'));
    const args = ['design', 'rag-qa', '--root', tree];
    expect((await judge(args, notes)).stderr).toMatch(
      /^problems\/designs\/rag-qa\/design\.json is broken:\n.*points of deep-dive sum to 41, not 40/,
    );
    writeFileSync(file, '{');
    expect((await judge(args, notes)).stderr).toMatch(/design\.json cannot be read: .*JSON/);
    writeFileSync(file, whole.replace('"evaluation"]', '"evaluations"]'));
    expect((await judge(args, notes)).stderr).toContain('names "evaluations", which is no item');
    writeFileSync(file, whole);
    rmSync(join(tree, 'problems/designs/rag-qa/exemplar.md'));
    expect((await judge(args, notes)).stderr).toMatch(/exemplar\.md cannot be read/);
    rmSync(join(tree, 'problems/designs'), { recursive: true });
    mkdirSync(join(tree, 'problems/designs'));
    const { exitCode, stderr } = await judge(args, notes);
    expect(stderr).toMatch(/There are no designs in/);
    expect(exitCode).toBe(2);
  });
});
