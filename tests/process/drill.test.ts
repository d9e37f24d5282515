import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, runCli } from '../helpers/cli.ts';
import { draft, drill, home, keep, newFolder, reviews } from '../helpers/drill.ts';

const answer =
  'Lasso adds absolute values and sets some weights to exactly zero. Ridge adds squares and shrinks all weights but not to zero.';

describe('an answer through a pipe', () => {
  test('comes first, then what was found in its own words, the checklist, the key, both scores', async () => {
    const { exitCode, stdout } = await drill(['l1-l2', '--ticks', '3 4', '--plain'], answer);
    expect(exitCode).toBe(0);
    const parts = [
      'Compare L1 and L2 regularisation',
      'found: 3. "Lasso adds absolute values and sets some weights to exactly zero"',
      '3, critical: L1 drives some weights to exactly zero',
      'answer: Both add a penalty',
      'often said: ',
      'follow-up: ',
      'source: ',
      'self: 35 of 100   2 of 9 points',
      'matched: 59 of 100   4 of 9 points',
      'next: rated again; it comes again on ',
      'go on: npm run judge drill',
    ];
    const places = parts.map((part) => stdout.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(stdout).not.toMatch(/[─│┌█-]{5}/);
  });

  test('is recorded with both scores apart, and its draft is gone', async () => {
    await drill(['l1-l2', '--ticks', 'all'], answer);
    expect(reviews('l1-l2')).toMatchObject([
      { answer, self: { score: 100 }, matched: { score: 59 }, rating: 'easy' },
    ]);
    expect(draft('l1-l2')).toBeUndefined();
  });

  test('without ticks is scheduled by the matcher where that is trusted, else not at all', async () => {
    await drill(['l1-l2'], answer);
    expect(reviews('l1-l2')[0]).toMatchObject({ rating: 'hard' });
    const { stdout } = await drill(['precision-recall-f1'], 'Precision is TP / (TP + FP).');
    expect(stdout).toMatch(/only suggests/);
    expect(stdout).toMatch(/Matched +no score; suggested 1 of 9/);
    expect(stdout).toMatch(/not scheduled/);
    expect(reviews('precision-recall-f1')[0]?.rating).toBeUndefined();
  });

  test('says what it takes for the opposite and for a list of keywords', async () => {
    const { stdout } = await drill(
      ['l1-l2', '--plain'],
      'L1 does not set weights to zero. ridge, squared, shrinkage, elastic net, lambda, alpha, scaling, lasso.',
    );
    expect(stdout).toContain('opposite?: 3. "L1 does not set weights to zero"');
    expect(stdout).toContain('scaling, lasso" reads as a list of keywords');
  });

  test('is found again by the next `drill`: a new question comes, the answered one is listed with its day', async () => {
    const first = await drill(['--ticks', 'all'], 'Bias is underfitting.');
    expect(first.stdout).toMatch(/^Core ML 1 /);
    expect((await drill(['--ticks', 'all'], answer)).stdout).toMatch(/^Core ML 2 /);
    expect((await drill(['llm', '--ticks', 'all'], 'x y')).stdout).toMatch(/^LLM and GenAI 1 /);
    const { stdout } = await runCli(['drill', 'list'], { JUDGE_HOME: home });
    expect(stdout).toMatch(/bias-variance +20\d\d-\d\d-\d\d +100 +\d/);
    expect(stdout).toMatch(/pca +new +- +-/);
    expect((await drill(['due'], '')).stdout).toMatch(
      /Nothing is due today\. The next is due on 20/,
    );
  });
});

describe('bad input gets one clear sentence', () => {
  test.each([
    [['pac'], 'x', /There is no question "pac"\. Did you mean "pca"\?/],
    [['pca', 'lora'], 'x', /Too many words: "lora"/],
    [['pca'], ' \n ', /The answer is empty, so nothing is recorded/],
    [['pca', '--ticks', '99'], 'x', /from 1 to 9, or all, or none\. "99" is none of these/],
    [['pca'], 'x'.repeat(100_001), /at most 100000 characters/],
    [['pca', '--seed', '1'], 'x', /"drill" takes no --seed/],
  ])('%j', async (args, input, says) => {
    const { exitCode, stderr } = await drill(args, input);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(reviews('pca')).toEqual([]);
  });

  test('an editor that is not set, is not there, or fails', async () => {
    keep('pca', 'Kept.');
    const run = (editor: string) => drill(['pca', '--editor'], '', { EDITOR: editor, VISUAL: '' });
    expect(await run('')).toMatchObject({ exitCode: 2, stderr: /EDITOR is not set/ });
    expect(await run('/nowhere/editor')).toMatchObject({
      exitCode: 2,
      stderr: /ended with an error/,
    });
    expect(await run('false')).toMatchObject({
      exitCode: 2,
      stderr: /"false" ended with an error/,
    });
    expect(draft('pca')).toBe('Kept.');
  });

  test('a broken data file, which stops only what needs it', async () => {
    const tree = newFolder();
    mkdirSync(join(tree, 'problems'));
    cpSync(join(root, 'problems/concepts'), join(tree, 'problems/concepts'), { recursive: true });
    const file = join(tree, 'problems/concepts/ml/pca.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"weight": 3', '"weight": "3"'));
    const broken = await drill(['pca', '--root', tree], 'x');
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toMatch(
      /problems\/concepts\/ml\/pca\.json is broken:\n.*weight.*\n.*restore it with git/s,
    );
    writeFileSync(file, '{');
    expect((await drill(['--root', tree], 'x')).stderr).toMatch(/pca\.json cannot be read: .*JSON/);
    expect((await drill(['lora', '--root', tree, '--ticks', 'all'], 'x')).exitCode).toBe(0);
    rmSync(join(tree, 'problems/concepts/measured.json'));
    const unmeasured = await drill(
      ['lora', '--plain', '--root', tree],
      'The base weights are frozen.',
    );
    expect(unmeasured.stdout).toMatch(/never measured here, so it only suggests/);
    const none = await drill(['--root', newFolder()], 'x');
    expect(none).toMatchObject({ exitCode: 2, stderr: /There are no questions/ });
  });
});

test.each([80, 40])('at %i columns no line of ours is longer', async (columns) => {
  const { stdout } = await drill(['l1-l2', '--ticks', '1'], answer, { COLUMNS: String(columns) });
  const list = await runCli(['drill', 'list'], { JUDGE_HOME: home, COLUMNS: String(columns) });
  const lines = `${stdout}${list.stdout}`.split('\n');
  expect(lines.filter((line) => line.length > columns)).toEqual([]);
});

test('measuring prints every question with its numbers and says which only suggest', async () => {
  const { exitCode, stdout } = await runCli(['drill', '--measure', '--plain']);
  expect(exitCode).toBe(0);
  expect(
    stdout.match(/: precision [01]\.\d{3}, recall [01]\.\d{3}, kappa [01]\.\d{3}/g),
  ).toHaveLength(23);
  expect(stdout).toMatch(/precision-recall-f1: .*, only suggests/);
});
