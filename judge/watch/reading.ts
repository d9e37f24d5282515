// What watch sees of a file: the text with those of the files beside it that it imports.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { filesOf } from '../problem/imports.ts';

export type Reading = {
  /** Tells one text, with its imports, from another; `undefined` where there is no file. */
  text: string | undefined;
  /** Changes with every save, also with one of the same text. */
  stamp: string;
  /** Absolute paths of the file and of what it imports, whether they are there or not. */
  files: string[];
  /** An editor that has just begun to write looks like this. */
  isHollow: boolean;
};

/** Longer files are no submission; their size and time of change must do. */
const maxBytes = 1_000_000;
const maxFiles = 50;

/** Reads the file at the absolute path `main`. Never throws. */
export function readWatched(main: string): Reading {
  const hash = createHash('sha256');
  const files = new Set([main]);
  for (const file of files) {
    const source = readText(file);
    hash.update(`${source === undefined ? 'absent' : source.length}\0${source}\0`);
    for (const path of filesOf(source ?? '')) {
      if (files.size < maxFiles) files.add(resolve(dirname(file), path));
    }
  }
  const stats = statsOf(main);
  return {
    text: stats === undefined ? undefined : hash.digest('hex'),
    stamp: stampOf([...files]),
    files: [...files],
    isHollow: (stats?.size ?? 0) === 0,
  };
}

/** What a save of any of `files` changes. */
export function stampOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const stats = statsOf(file);
      return stats === undefined ? 'absent' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
    })
    .join('\n');
}

function statsOf(path: string): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats : undefined;
}

function readText(file: string): string | undefined {
  const stats = statsOf(file);
  if (stats === undefined) return undefined;
  if (stats.size > maxBytes) return stampOf([file]);
  try {
    return readFileSync(file, 'latin1'); // any bytes, each as itself
  } catch {
    return undefined; // gone since, or not ours to read
  }
}
