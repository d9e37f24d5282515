import type { DatabaseSync } from 'node:sqlite';

/** Step n brings a history of version n to version n + 1; a step once released stays as it is. */
const steps = [
  `CREATE TABLE entries (
     id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
     data TEXT NOT NULL
   ) STRICT;
   CREATE INDEX entries_by_kind ON entries (kind, subject, at);
   CREATE TABLE drafts (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;`,
];

/** Brings the database to the newest version. Throws for one that a later judge wrote. */
export function migrate(database: DatabaseSync): void {
  // Readers do not wait for a writer; a commit is on the disk before it returns.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const version = versionOf(database);
  if (version === steps.length) return;
  if (version > steps.length) {
    throw new Error(
      `it is of version ${version}, this judge knows ${steps.length}; use the newer judge`,
    );
  }
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another judge may have migrated it while this one waited for the lock.
    for (const step of steps.slice(versionOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}
