import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { History } from '#judge/history/history.ts';
import type { Started } from '#judge/model/session.ts';
import { readStamp } from '#judge/session/stamp.ts';
import { startSession } from '#judge/session/store.ts';
import { runCli } from './cli.ts';
import { copyTree } from './tree.ts';

/** The problem of these trees. */
export const slug = 'double';
export const right = 'export const double = (n: number) => 2 * n;\n';
/** Passes one of the two test cases of the first subtask, and the second subtask. */
export const half = 'export const double = (n: number) => (Number.isInteger(n) ? n + n : 0);\n';
export const wrong = 'export const double = (n: number) => n === 1 ? 2 : 3;\n';

/** A copy of the test tree with a workspace and a history of its own; remove it after use. */
export class Tree implements Disposable {
  readonly root = copyTree();
  readonly file = join(this.root, 'workspace', `${slug}.ts`);

  /** Runs the real command line on this tree. */
  run(...args: string[]) {
    return runCli([...args, '--root', this.root], this.env);
  }

  get env(): Record<string, string> {
    return { JUDGE_HOME: join(this.root, '.judge') };
  }

  history(): History {
    return new History(this.root);
  }

  /** A session that began `agoMs` ago. */
  begin(agoMs: number, over: Partial<Started> = {}) {
    const now = readStamp();
    const stamp = { ...now, wallMs: now.wallMs - agoMs, upMs: now.upMs - agoMs };
    using history = this.history();
    return startSession(history, {
      stamp,
      slug,
      mode: 'practice',
      minutes: 1,
      extraTime: 1,
      seed: 7,
      source: wrong,
      ...over,
    });
  }

  /** Saves the workspace file as if `agoMs` ago. */
  save(source: string, agoMs = 0): void {
    writeFileSync(this.file, source);
    const at = (Date.now() - agoMs) / 1000;
    utimesSync(this.file, at, at);
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true });
  }
}
