// The history to and from a file: export, import.
import { readFileSync, writeFileSync } from 'node:fs';
import { reasonOf, UsageError } from '../errors.ts';
import { parseDump } from '../history/dump.ts';
import { History } from '../history/history.ts';
import type { Ending, Invocation } from './command.ts';
import { resolveTyped } from './workspace.ts';

/** Writes the whole history to a new file, or to stdout where none is named. */
export async function exportCommand({ root, words }: Invocation): Promise<Ending> {
  const name = oneWord(words, 'export');
  using history = new History(root);
  const dump = history.dump();
  const text = `${JSON.stringify(dump)}\n`;
  if (name === undefined) {
    process.stdout.write(text);
    return 'done';
  }
  const path = resolveTyped(name);
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written: ${reasonOf(error)}. Name a new file in a folder that is there.`,
    );
  }
  process.stdout.write(
    `Wrote ${dump.entries.length} entries to ${path}\nOn another machine: npm run judge import <file>\n`,
  );
  return 'done';
}

/** Adds the entries of an exported history that this one has not. */
export async function importCommand({ root, words }: Invocation): Promise<Ending> {
  const name = oneWord(words, 'import');
  if (name === undefined)
    throw new UsageError('Say which file, for instance: npm run judge import history.json');
  const path = resolveTyped(name);
  const dump = parseDump(read(path), path);
  using history = new History(root);
  const { added, known, different } = history.merge(dump);
  process.stdout.write(
    `Added ${added}, had ${known} already.\n${
      different > 0 ? `${different} of these differ from yours; yours stay.\n` : ''
    }`,
  );
  return 'done';
}

function oneWord([name, ...rest]: readonly string[], verb: string): string | undefined {
  if (rest.length === 0) return name;
  throw new UsageError(`"${verb}" takes one file, not ${rest.length + 1}.`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}. Check the path.`);
  }
}
