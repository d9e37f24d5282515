// Text that a person is typing: kept in the history with every key, and in a file while an editor
// has it, so that it is there again after a crash.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { historyFolder, type History } from '../history/history.ts';

export class Draft {
  readonly #history: History;
  readonly #key: string;
  /** The file that an editor gets. */
  readonly path: string;

  /** The draft of the answer to `id`, a kebab-case name; `kind` keeps apart who asks. */
  constructor(history: History, { root, kind, id }: { root: string; kind: string; id: string }) {
    this.#history = history;
    this.#key = `${kind}/${id}`;
    this.path = join(historyFolder(root), 'drafts', `${kind}-${id}.md`);
    // An editor was open when the judge ended: what it saved goes on.
    if (existsSync(this.path)) this.takeFile();
  }

  get text(): string {
    return this.#history.draft(this.#key) ?? '';
  }

  save(text: string): void {
    this.#history.saveDraft(this.#key, text);
  }

  /** Writes the text where an editor can open it, below a comment. */
  giveFile(comment: string): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `<!-- ${comment} -->\n\n${this.text}`);
  }

  /** Takes over what the editor saved. */
  takeFile(): void {
    const text = readFileSync(this.path, 'utf8').replace(/^<!--[^]*?-->\s*/, '');
    this.save(text.trim());
    rmSync(this.path);
  }

  drop(): void {
    this.#history.dropDraft(this.#key);
  }
}

/**
 * What was kept, followed by what is typed now. A text that repeats the kept one from its beginning
 * (the same file through a pipe again) is not taken twice.
 */
export function continued(kept: string, typed: string): string {
  if (kept === '' || typed.startsWith(kept)) return typed;
  return kept.startsWith(typed) ? kept : `${kept}\n${typed}`;
}
