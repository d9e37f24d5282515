// Notices saves. Editors write in many ways: in place, by a new file that is renamed, in several
// steps; so an event only says when to look, and what is there then counts.
import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readWatched, stampOf, type Reading } from './reading.ts';

/** After the last event of a save. */
const quietMs = 10;
/** How long an empty file, or none, may be an editor that is about to write. */
const hollowMs = 250;
/** Some file systems send no events, and a folder that is made anew is another one. */
const pollMs = 1_000;

/** Calls `onSave` after every save of a file, or of a file that it imports, once it has settled. */
export class Saves implements Disposable {
  readonly #main: string;
  readonly #onSave: (reading: Reading) => void;
  readonly #folders = new Map<string, { watcher: FSWatcher; inode: number }>();
  readonly #poll: NodeJS.Timeout;
  #last: Reading;
  #settling: NodeJS.Timeout | undefined;

  /** `main` is an absolute path; what it holds now is `first` and no save. */
  constructor(main: string, onSave: (reading: Reading) => void) {
    this.#main = main;
    this.#onSave = onSave;
    this.#last = readWatched(main);
    this.#watchFolders();
    this.#poll = setInterval(() => this.#look(), pollMs);
  }

  get first(): Reading {
    return this.#last;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#poll);
    clearTimeout(this.#settling);
    for (const { watcher } of this.#folders.values()) watcher.close();
  }

  #look(): void {
    this.#watchFolders();
    if (this.#settling === undefined && stampOf(this.#last.files) !== this.#last.stamp)
      this.#settleIn(quietMs);
  }

  #settleIn(ms: number): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(ms), ms);
  }

  #settle(waitedMs: number): void {
    this.#settling = undefined;
    const reading = readWatched(this.#main);
    if (reading.stamp === this.#last.stamp) return;
    if (reading.isHollow && !this.#last.isHollow && waitedMs < hollowMs)
      return this.#settleIn(hollowMs);
    this.#last = reading;
    this.#watchFolders();
    this.#onSave(reading);
  }

  #watchFolders(): void {
    for (const folder of new Set(this.#last.files.map((file) => dirname(file)))) {
      const inode = statSync(folder, { throwIfNoEntry: false })?.ino;
      const known = this.#folders.get(folder);
      if (known?.inode === inode) continue;
      known?.watcher.close();
      this.#folders.delete(folder);
      if (inode !== undefined) this.#watchFolder(folder, inode);
    }
  }

  #watchFolder(folder: string, inode: number): void {
    try {
      const watcher = watch(folder, (_event, name) => {
        const isOurs = this.#last.files.some((file) => basename(file) === name);
        if (name === null || isOurs) this.#settleIn(quietMs);
      });
      watcher.on('error', () => {}); // the poll sees what it no longer tells
      this.#folders.set(folder, { watcher, inode });
    } catch {
      // No more watches are to be had: the poll will do.
    }
  }
}
