// Single keys of a terminal.

/** Reads keys one by one. In a pipe there are none. */
export class Keys implements Disposable {
  readonly #onKey: (key: string) => void;

  constructor(onKey: (key: string) => void) {
    this.#onKey = onKey;
    this.resume();
  }

  /** Leaves the terminal to another program. */
  pause(): void {
    if (!process.stdin.isTTY) return;
    process.stdin.off('data', this.#hear).pause().setRawMode(false);
  }

  resume(): void {
    if (!process.stdin.isTTY) return;
    process.stdin.setRawMode(true).setEncoding('utf8').on('data', this.#hear).resume();
  }

  [Symbol.dispose](): void {
    this.pause();
  }

  readonly #hear = (text: string | Buffer): void => {
    for (const key of String(text)) {
      if (key === '\x03') process.kill(process.pid, 'SIGINT');
      else if (key === '\x1a') this.#suspend();
      else this.#onKey(key === '\x04' ? 'q' : key.toLowerCase());
    }
  };

  /** Ctrl-Z: npm and all, until the shell brings it back. */
  #suspend(): void {
    this.pause();
    process.once('SIGCONT', () => this.resume());
    process.kill(0, 'SIGTSTP');
  }
}
