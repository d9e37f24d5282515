// Every submission of tests/hostile through the real command line: its verdict, its points, that its
// run ended, that nothing is left of it, and that the next honest run is none the worse.
import { readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderText } from '#judge/reporters/text.ts';
import { root } from '../helpers/cli.ts';
import { readCorpus, runCase, runHonest, type Ended } from '../helpers/hostile.ts';
import { changesBetween, contentsOf, stampsOf } from '../helpers/leftovers.ts';

const corpus = readCorpus();
const modules = join(root, 'node_modules');
/** What the judge and other tools of ours keep there. */
const caches = ['.cache', '.vite-temp'];
/** Where a submission might leave a note for another; the corpus calls each note `hostile-note`. */
const meetingPlaces = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm', homedir()];

let modulesBefore: Map<string, string>;
beforeAll(() => {
  modulesBefore = stampsOf(modules, caches);
});
afterAll(() => {
  expect(changesBetween(modulesBefore, stampsOf(modules, caches))).toEqual([]);
});

for (const [group, cases] of corpus) {
  describe(group, () => {
    let before: Map<string, string>;
    beforeAll(() => {
      before = projectContents();
    });

    for (const hostileCase of cases) {
      test.concurrent(hostileCase.name, async () => {
        for (const ended of await runCase(hostileCase)) checkEnded(ended);
      });
    }

    test('afterwards an honest run is accepted, and no file of the project has changed', async () => {
      checkEnded(await runHonest('double'));
      expect(changesBetween(before, projectContents())).toEqual([]);
      expect(findNotes()).toEqual([]);
    });
  });
}

/** The run ended by itself, with one of the verdicts of its header, and left nothing. */
function checkEnded({ header, report, exitCode, hasEnded, stdout, stderr, left }: Ended): void {
  expect(hasEnded, 'the run had to be killed').toBe(true);
  expect(left).toEqual([]);
  expect(stderr).toBe('');
  if (report === undefined) throw new Error(`no report, but: ${stdout.slice(0, 2_000)}`);
  const { verdict, points, subtasks, message } = report;
  const said = [message, ...subtasks.map((subtask) => subtask.message)].join('; ');
  expect(header.Expect, said).toContain(verdict);
  expect(points, said).toBeLessThanOrEqual(header['At most']);
  expect(exitCode).toBe(verdict === 'AC' ? 0 : 1);
  checkSaid({ header, texts: [stdout, ...[80, 40].map((columns) => render(report, columns))] });
}

function render(report: NonNullable<Ended['report']>, columns: number): string {
  return renderText({ ...report, file: 'submission.ts' }, { columns, hasColor: false });
}

/** What a person's terminal or a CI's log would act upon. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const annotations = /^\s*::|##\[|##vso\[|##teamcity\[/m;

function checkSaid({ header, texts }: { header: Ended['header']; texts: string[] }): void {
  for (const text of texts) {
    expect(text).not.toMatch(controls);
    expect(text).not.toMatch(annotations);
    expect(text).not.toMatch(/hidden\.test|generate\.ts/);
    if (header.Hides !== undefined) expect(text).not.toMatch(header.Hides);
  }
  if (header.Says !== undefined) expect(texts[0]).toMatch(header.Says);
}

function projectContents(): Map<string, string> {
  return contentsOf(root, ['node_modules', '.git']);
}

function findNotes(): string[] {
  return [...new Set(meetingPlaces)].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.startsWith('hostile-note'))
      .map((name) => join(folder, name)),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
