// Which sandbox a run gets, what the report says of it, and what `judge doctor` says to do.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, test } from 'vitest';
import { findProgram } from '#judge/programs.ts';
import { reportSchema } from '#judge/model/report.ts';
import { cliPath, judgeSource, runCli, testTree } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'judge-sandboxes-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'work'));
const right = join(folder, 'work/right.ts');
writeFileSync(right, 'export const double = (n: number): number => 2 * n;');

/** A PATH on which bwrap is this shell script, or absent; `$REAL` is the real one. */
function pathWith(name: string, script?: string): Record<string, string> {
  const bin = join(folder, name);
  mkdirSync(bin);
  for (const program of ['prlimit', 'setpriv', 'sh'])
    symlinkSync(findProgram(program) ?? '', join(bin, program));
  if (script !== undefined) {
    writeFileSync(join(bin, 'bwrap'), `#!/bin/sh\nREAL=${findProgram('bwrap')}\n${script}\n`);
    chmodSync(join(bin, 'bwrap'), 0o755);
  }
  return { PATH: bin };
}

async function judge(env: Record<string, string>, sandbox = 'auto') {
  const args = ['double', '--file', right, '--root', testTree, '--format', 'json'];
  const { stdout, stderr, exitCode } = await runCli([...args, '--sandbox', sandbox], env);
  return { stderr, exitCode, report: stdout && reportSchema.parse(JSON.parse(stdout)) };
}

/** A bwrap that fails with `says` when its arguments hold `word`. */
const failing = (word: string, says: string): string =>
  `for a in "$@"; do if [ "$a" = "${word}" ]; then echo "bwrap: ${says}" >&2; exit 1; fi; done\nexec $REAL "$@"`;

describe('auto takes what works and says what is missing', () => {
  const cases: [name: string, env: Record<string, string>, sandbox: string | RegExp][] = [
    ['everything there', {}, 'bubblewrap'],
    ['no bubblewrap', pathWith('none'), /^node permissions \(weak: bubblewrap is not installed; /],
    [
      'no namespaces',
      pathWith('refused', failing('--unshare-all', 'No permissions to create new namespace')),
      /^node permissions \(weak: bubblewrap does not work here: No permissions to create new namespace; /,
    ],
    [
      'a kernel without seccomp filters',
      pathWith('unfiltered', failing('--seccomp', 'prctl(PR_SET_SECCOMP): Invalid argument')),
      'bubblewrap (no seccomp filter)',
    ],
    [
      'a container that forbids a new /proc',
      pathWith(
        'procless',
        failing('--proc', "Can't mount proc on /newroot/proc: Operation not permitted"),
      ),
      'bubblewrap (sees the names of other processes)',
    ],
    [
      'an old bubblewrap',
      pathWith('old', failing('--size', 'Unknown option --size')),
      'bubblewrap',
    ],
  ];
  for (const [name, env, sandbox] of cases) {
    test.concurrent(name, async () => {
      const { report } = await judge(env);
      expect(report).toMatchObject({ verdict: 'AC', points: 100 });
      expect(report).toMatchObject({
        sandbox: typeof sandbox === 'string' ? sandbox : expect.stringMatching(sandbox),
      });
    });
  }
});

describe('a sandbox asked for by name', () => {
  test('is refused with what to do when it does not work', async () => {
    const { exitCode, stderr } = await judge(pathWith('absent'), 'bubblewrap');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/bubblewrap is not installed\. Install it: apt install bubblewrap/);
  });

  test('is refused on another system', async () => {
    const { exitCode, stderr } = await judge({}, 'seatbelt');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/seatbelt does not work here: it needs a Mac/);
  });

  test('is refused when there is none of that name', async () => {
    const { exitCode, stderr } = await judge({}, 'chroot');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/auto, bubblewrap, seatbelt, node; not "chroot"/);
  });
});

describe.each(['bubblewrap', 'node'])('in the sandbox %s a submission', (sandbox) => {
  for (const [name, body] of [
    ['cannot kill the judge', 'process.kill(process.ppid, "SIGKILL")'],
    ['cannot stop the judge', 'process.kill(process.ppid, "SIGSTOP")'],
    ['cannot wake the debugger of the judge', '(process as any)._debugProcess(process.ppid)'],
    ['cannot slow the judge down', 'process.getBuiltinModule("os").setPriority(process.ppid, 19)'],
  ] as const) {
    test.concurrent(name, async () => {
      const source = `export function double(n: number): number { ${body}; return 2 * n; }`;
      const { report, exitCode } = await judgeSource(source, { sandbox });
      expect(exitCode).toBe(1);
      expect(report).toMatchObject({ verdict: 'RTE', points: 0 });
      expect(report.subtasks[0]?.message).toMatch(/EPERM|is not a function/);
    });
  }
});

describe('judge doctor', () => {
  test('says of each part what is there', async () => {
    const { exitCode, stdout } = await runCli(['doctor', '--root', testTree], { EDITOR: 'sh -x' });
    expect(exitCode).toBe(0);
    for (const line of [
      /^Runtime   ok    Node \d+/m,
      /^Sandbox   ok    bubblewrap \d.*seccomp filter/m,
      /^Limits    ok    /m,
      /^Trial     ok    /m,
      /^Chroma    ok    a server starts in \d+ ms/m,
      /^Model     ok    /m,
      /^Clock     ok    \d{4}-/m,
      /^Disk      ok    \d+ GB free in /m,
      /^Editor    ok    sh -x/m,
      /^Ready to judge\.$/m,
    ])
      expect(stdout).toMatch(line);
  });

  test('says what to install, and that judging works without it', async () => {
    const env = { ...pathWith('bare'), EDITOR: 'nowhere' };
    const { exitCode, stdout } = await runCli(['doctor', '--root', testTree], env);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Sandbox   warn  node permissions, because bubblewrap is not installed/m,
    );
    expect(stdout).toMatch(/apt install bubblewrap/);
    expect(stdout).toMatch(/^Editor    warn  EDITOR is "nowhere", which is not installed/m);
  });

  test('says one fact a line when plain, however narrow the screen', async () => {
    const env = { COLUMNS: '40', EDITOR: 'nowhere' };
    const { stdout } = await runCli(['doctor', '--plain', '--root', testTree], env);
    for (const line of stdout.split('\n'))
      expect(line).toMatch(/^[a-z]+(: (ok|warn|fail),|, what to do:) \S|^Ready to judge\.$/);
    expect(stdout).toMatch(/^editor: warn, EDITOR is "nowhere"/m);
    expect(stdout).toMatch(/^editor, what to do: .*export EDITOR="code --wait"$/m);
    expect(stdout).not.toMatch(/ {2}/);
  });

  test('warns of a given Chroma server where a submission could reach all of it', async () => {
    await using server = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const given = { JUDGE_CHROMA_URL: `http://127.0.0.1:${port}` };
    const args = ['doctor', '--root', testTree];
    const walled = await runCli(args, given);
    expect(walled.stdout).toMatch(/^Chroma    ok    the server at http:\S+ answers$/m);
    const open = await runCli(args, { ...pathWith('open'), ...given });
    expect(open.stdout).toMatch(/^Chroma    warn  the server .* answers; without bubblewrap/m);
  });

  test('fails when nothing can be judged', async () => {
    const env = { TMPDIR: join(folder, 'nowhere') };
    const { exitCode, stdout } = await runCli(['doctor', '--root', testTree], env);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^Disk      fail  /m);
    expect(stdout).toMatch(/set TMPDIR to another/);
    expect(stdout).toMatch(/^Nothing can be judged yet/m);
  });

  test('takes no other word', async () => {
    const { exitCode, stderr } = await runCli(['doctor', 'please']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/takes no "please"/);
  });

  test('ends quietly when nobody reads on', async () => {
    const script = '"$0" "$1" doctor --root "$2" | head -n 1';
    const { stdout, stderr } = await execa('sh', [
      '-c',
      script,
      process.execPath,
      cliPath,
      testTree,
    ]);
    expect(stdout).toMatch(/^Runtime/);
    expect(stderr).toBe('');
  });
});
