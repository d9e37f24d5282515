/**
 * The last line of a terminal, written anew in its place; what scrolls above is never touched.
 * Elsewhere there is none.
 */
export class StatusLine implements Disposable {
  readonly #isLive: boolean;
  #shown: string | undefined;

  constructor(isLive: boolean) {
    this.#isLive = isLive;
  }

  show(text: string): void {
    if (!this.#isLive || text === this.#shown) return;
    process.stdout.write(`\r\x1b[K${text}`);
    this.#shown = text;
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.#shown === undefined) return;
    process.stdout.write('\r\x1b[K');
    this.#shown = undefined;
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}
