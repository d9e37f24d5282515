import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JudgeError, messageOf } from '../errors.ts';
import { identify } from './identity.ts';
import { childrenFile, folderPrefix, ownerTag } from './names.ts';
import { sweepLeftovers } from './sweep.ts';

/**
 * The one folder outside of the project that a run writes into, and the processes that must not
 * outlive it. Both are gone when it is disposed of, when the judge exits in whatever way it can
 * notice, and, where it was killed, when the next run begins: the folder's name and the file in it
 * say whose they were.
 */
export class RunFolder implements Disposable {
  readonly path: string;
  readonly #children = new Map<ChildProcess, () => void>();

  /** Makes the folder, after removing what killed judges left. */
  constructor() {
    sweepLeftovers();
    this.path = makeIn(tmpdir());
    process.once('exit', this.#end);
  }

  /** Makes a folder inside. */
  makeFolder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path);
    return path;
  }

  /** The process ends with the run at the latest, by `end` where a plain kill will not do. */
  adopt(child: ChildProcess, end: () => void = () => child.kill('SIGKILL')): void {
    if (child.pid === undefined) return; // not started
    this.#children.set(child, end);
    child.once('exit', () => this.#children.delete(child));
    const line = JSON.stringify(identify(child.pid));
    appendFileSync(join(this.path, childrenFile), `${line}\n`);
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#end);
    this.#end();
  }

  readonly #end = (): void => {
    for (const end of this.#children.values()) end();
    // A process that was killed just now may still close a file.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  };
}

function makeIn(folder: string): string {
  try {
    return mkdtempSync(join(folder, `${folderPrefix}${ownerTag()}-`));
  } catch (error) {
    throw new JudgeError(
      `Nothing can be written to ${folder}: ${messageOf(error)}. Free some space there, or set TMPDIR to another folder.`,
    );
  }
}
