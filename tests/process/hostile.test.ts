// Every submission of tests/hostile through the real command line: its verdict, its points, that its
// run ended, that nothing is left of it, and that the next honest run is none the worse.
import { linkSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderText } from '#judge/reporters/text.ts';
import { root, testTree } from '../helpers/cli.ts';
import {
  readCorpus,
  readHeader,
  runCase,
  runHonest,
  runMade,
  type Ended,
} from '../helpers/hostile.ts';
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
      const fails = hostileCase.submissions.some((path) => readHeader(path).Defect !== undefined);
      test(hostileCase.name, { concurrent: true, fails }, async () => {
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

test('every case of the design is there', () => {
  const submissions = [...corpus.values()].flat().flatMap((each) => each.submissions);
  const numbers = submissions.map((path) => Number.parseInt(readHeader(path).Case, 10));
  const absent = Array.from({ length: 108 }, (_, index) => index + 1).filter(
    (number) => number !== madeBelow && !numbers.includes(number),
  );
  expect(absent).toEqual([]);
});

/** 42 symlink-solution. */
const madeBelow = 42;

describe('what no file of the corpus can be', () => {
  const honest = 'export const double = (n: number): number => 2 * n;\n';
  const tree = join(testTree, 'problems/coding/double');
  const sources: [name: string, source: string | Uint8Array, expect: string][] = [
    ['96 compile-bomb: 50 MB of source', `//${'x'.repeat(50_000_000)}\n${honest}`, 'CE'],
    ['96 compile-bomb: a NUL', `${honest}// \0`, 'CE'],
    ['96 compile-bomb: UTF-16', Buffer.from(honest, 'utf16le'), 'CE'],
    ['96 compile-bomb: half a character', Buffer.from([...Buffer.from(honest), 0xe2, 0x82]), 'CE'],
    ['96 compile-bomb: 900 kB in one line', `/*${'x'.repeat(900_000)}*/${honest}`, 'AC'],
    [
      '96 compile-bomb: a deep expression',
      `${honest}${'('.repeat(4e5)}1${')'.repeat(4e5)}`,
      'CE, RTE',
    ],
    [
      '96 compile-bomb: a deep type',
      `${honest}type T = ${'['.repeat(4e5)}1${']'.repeat(4e5)};`,
      'CE, RTE',
    ],
    ['96 compile-bomb: 100,000 functions', `${honest}${'function f() {}\n'.repeat(6e4)}`, 'AC, CE'],
    ['an empty file', '', 'CE'],
  ];
  for (const [name, source, expected] of sources) {
    test.concurrent(name, async () => {
      const make = (folder: string): string => {
        writeFileSync(join(folder, 'submission.ts'), source);
        return join(folder, 'submission.ts');
      };
      checkEnded(await runMade(make, { Expect: expected }));
    });
  }

  const linkTo = (target: string) => (folder: string) => {
    symlinkSync(target, join(folder, 'submission.ts'));
    return join(folder, 'submission.ts');
  };
  test('42 symlink-solution: the hidden suite', async () => {
    const suite = join(tree, 'hidden.test.ts');
    checkEnded(await runMade(linkTo(suite), { Expect: 'CE', 'At most': '0' }));
  });

  const accepted = join(testTree, 'solutions/double/accepted');
  const reference = join(accepted, 'reference.ts');
  for (const [name, make] of [
    ['the reference', linkTo(reference)],
    [
      'the reference, by a hard link',
      (folder) => {
        const path = join(folder, 'submission.ts');
        // Between two file systems there is no hard link: a link says the same.
        try {
          linkSync(reference, path);
        } catch {
          symlinkSync(reference, path);
        }
        return path;
      },
    ],
    [
      'a folder that is a link to that of the reference',
      (folder) => {
        symlinkSync(accepted, join(folder, 'mine'));
        return join(folder, 'mine/reference.ts');
      },
    ],
  ] satisfies [string, (folder: string) => string][]) {
    test(`42 symlink-solution: ${name}`, async () => {
      const says = '/link to solutions.double.accepted.reference.ts of the judge/';
      checkEnded(await runMade(make, { Expect: 'CE', 'At most': '0', Says: says }));
    });
  }

  test('42 symlink-solution: the reference that is named openly is judged', async () => {
    checkEnded(await runMade(() => reference, { Expect: 'AC' }));
  });

  const peek = (folder: string): string => {
    symlinkSync(tree, join(folder, 'peek'));
    const path = join(folder, 'submission.ts');
    const source = `import { readFileSync } from 'node:fs';
      let isFound = false;
      try { isFound = readFileSync('${folder}/peek/hidden.test.ts', 'utf8') !== ''; } catch {}
      export const double = (n: number): number => (isFound ? 2 * n : n + 1);`;
    writeFileSync(path, source);
    return path;
  };
  test('54 symlink-out: a link out of the folder, planted beside the file', async () => {
    checkEnded(await runMade(peek, { Expect: 'WA', 'At most': '0' }));
  });

  // Node's permission model follows links: the folder of a file with such a neighbour is not opened.
  test('54 symlink-out: the same in the sandbox node', async () => {
    const says = '/its folder holds a link that leads out of it, peek/';
    checkEnded(await runMade(peek, { Expect: 'WA', 'At most': '0', Sandbox: 'node', Says: says }));
  });
});

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
  expect(exitCode).toBe({ AC: 0, JE: 3 }[String(verdict)] ?? 1);
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
    if (header.Hides !== undefined) expect(text).not.toMatch(header.Hides);
  }
  if (header.Says !== undefined) expect(texts[0]).toMatch(header.Says);
}

/** But for what the judge keeps for itself. */
function projectContents(): Map<string, string> {
  const contents = contentsOf(root, ['node_modules', '.git']);
  const cache = join(root, '.judge/cache');
  return new Map([...contents].filter(([path]) => !path.startsWith(cache)));
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
