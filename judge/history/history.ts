// The local history: an append-only log in SQLite. An entry is never changed, so what was
// acknowledged stays, two histories merge by id, and every state is computed from its entries.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';
import type { Dump } from './dump.ts';
import { schemaOf, type Data, type Kind } from './kinds.ts';
import { migrate } from './migrate.ts';

export type Entry<K extends Kind> = {
  /** UUID. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  kind: K;
  /** What it is about: a problem's slug, a session's id, a question's id. */
  subject: string;
  data: Data<K>;
};

const rowSchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  subject: z.string(),
  data: z.string(),
});

const draftSchema = z.strictObject({ key: z.string(), text: z.string() });

export class History implements Disposable {
  readonly #database: DatabaseSync;
  readonly #path: string;

  /** Opens the history below `root`, and makes it where it is absent. Throws a `UsageError`. */
  constructor(root: string) {
    this.#path = historyPath(root);
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#database = new DatabaseSync(this.#path, { timeout: 5_000 });
      migrate(this.#database);
    } catch (error) {
      throw new UsageError(
        `The history in ${this.#path} cannot be opened: ${messageOf(error)}. Move that file away to begin a new one; it keeps what it has.`,
      );
    }
  }

  /** Writes an entry; once this returns it survives a kill and a power cut. */
  append<K extends Kind>(kind: K, subject: string, data: Data<K>): Entry<K> {
    const entry = { id: randomUUID(), at: new Date().toISOString(), kind, subject, data };
    this.#database
      .prepare('INSERT INTO entries (id, at, kind, subject, data) VALUES (?, ?, ?, ?, ?)')
      .run(entry.id, entry.at, kind, subject, JSON.stringify(data));
    return entry;
  }

  /**
   * The entries of a kind, of one subject or of all, oldest first. `asWritten` is the order in which
   * they were appended, also where the clock was set back in between.
   */
  list<K extends Kind>(
    kind: K,
    subject?: string,
    order: 'byTime' | 'asWritten' = 'byTime',
  ): Entry<K>[] {
    const bySubject = subject === undefined ? '' : 'AND subject = ?';
    const by = order === 'byTime' ? 'at, rowid' : 'rowid';
    return this.#database
      .prepare(`SELECT * FROM entries WHERE kind = ? ${bySubject} ORDER BY ${by}`)
      .all(kind, ...(subject === undefined ? [] : [subject]))
      .map((row) => this.#read(kind, row));
  }

  /** Text that is being typed, kept until it is handed in, so that nothing typed is lost. */
  draft(key: string): string | undefined {
    const row = this.#database.prepare('SELECT text FROM drafts WHERE key = ?').get(key);
    return row === undefined ? undefined : String(row['text']);
  }

  saveDraft(key: string, text: string): void {
    this.#database
      .prepare('INSERT INTO drafts (key, text) VALUES (?, ?) ON CONFLICT DO UPDATE SET text = ?')
      .run(key, text, text);
  }

  dropDraft(key: string): void {
    this.#database.prepare('DELETE FROM drafts WHERE key = ?').run(key);
  }

  /** All that the history holds, in the order in which it was written. */
  dump(): Dump {
    const entries = this.#rows().map(({ data, ...rest }) => {
      const parsed: unknown = JSON.parse(data);
      return { ...rest, data: parsed };
    });
    const drafts = this.#database
      .prepare('SELECT key, text FROM drafts')
      .all()
      .map((row) => draftSchema.parse(row));
    return { schema: 'judge-history/1', entries, drafts };
  }

  /**
   * Adds what this history has not: all of it or, where that fails, nothing. Of two entries with one
   * id this history's stays, and so does its draft.
   */
  merge({ entries, drafts }: Dump): { added: number; known: number; different: number } {
    const own = new Map(this.#rows().map((row) => [row.id, row]));
    const different = entries.filter(({ id, data }) => {
      const mine = own.get(id);
      return mine !== undefined && mine.data !== JSON.stringify(data);
    }).length;
    const addEntry = this.#database.prepare(
      'INSERT OR IGNORE INTO entries (id, at, kind, subject, data) VALUES (?, ?, ?, ?, ?)',
    );
    const addDraft = this.#database.prepare(
      'INSERT OR IGNORE INTO drafts (key, text) VALUES (?, ?)',
    );
    let added = 0;
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { id, at, kind, subject, data } of entries)
        added += Number(addEntry.run(id, at, kind, subject, JSON.stringify(data)).changes);
      for (const { key, text } of drafts) addDraft.run(key, text);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
    return { added, known: entries.length - added, different };
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  #rows(): z.infer<typeof rowSchema>[] {
    const rows = this.#database.prepare('SELECT * FROM entries ORDER BY rowid').all();
    return rows.map((row) => rowSchema.parse(row));
  }

  #read<K extends Kind>(kind: K, row: unknown): Entry<K> {
    const { id, at, subject, data } = rowSchema.parse(row);
    const schema: z.ZodType<Data<K>> = schemaOf(kind);
    const parsed = schema.safeParse(JSON.parse(data));
    if (parsed.success) return { id, at, kind, subject, data: parsed.data };
    throw new UsageError(
      `The history in ${this.#path} holds a ${kind} that this version cannot read (entry ${id}): ${z.prettifyError(parsed.error)}`,
    );
  }
}

/** Where the history lies, and files that belong to it; `JUDGE_HOME` names another than `.judge/`. */
export function historyFolder(root: string): string {
  return process.env['JUDGE_HOME'] ?? join(root, '.judge');
}

function historyPath(root: string): string {
  return join(historyFolder(root), 'judge.db');
}
