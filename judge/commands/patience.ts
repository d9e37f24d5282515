// Says on a terminal that something long is under way. What is over within a second says nothing.
import { clearLine, cursorTo } from 'node:readline';

const quietMs = 1000;
const tickMs = 1000;

/**
 * Does some work. From its second second on a line on stderr tells what it is and for how long; it
 * is gone when the work is done. Plain: the line is written once and stays. Elsewhere than on a
 * terminal nothing is written.
 */
export async function withPatience<T>(
  what: string,
  { isPlain, work }: { isPlain: boolean; work: () => Promise<T> },
): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work();
  const startedAt = performance.now();
  let isShown = false;
  const show = (): void => {
    if (isPlain && isShown) return;
    isShown = true;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const line = isPlain ? `${what}\n` : `\r${what} ... ${seconds} s`;
    stderr.write(line.slice(0, Math.max(20, stderr.columns ?? 80)));
  };
  let ticking: NodeJS.Timeout | undefined;
  const waiting = setTimeout(() => {
    show();
    ticking = setInterval(show, tickMs);
  }, quietMs);
  try {
    return await work();
  } finally {
    clearTimeout(waiting);
    clearInterval(ticking);
    if (isShown && !isPlain) {
      cursorTo(stderr, 0);
      clearLine(stderr, 0);
    }
  }
}
