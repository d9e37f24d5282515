// Processes that keep every core busy, and surely end: when they are disposed of, when this process
// exits, and by themselves soon after it was killed.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * Looks up from its work often enough to see that its parent is another by now. Whose child it is, it
 * is told: that process may be gone before this one runs.
 */
const work = `
  const parent = ${process.pid};
  const burn = () => {
    const until = performance.now() + 100;
    while (performance.now() < until);
    if (process.ppid === parent) setImmediate(burn);
  };
  burn();`;

/** Keeps all cores busy until it is disposed of. */
export function burnAllCores(): Disposable {
  const burners = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', work], { stdio: 'ignore' }),
  );
  const end = (): void => burners.forEach((burner) => burner.kill('SIGKILL'));
  process.once('exit', end);
  return {
    [Symbol.dispose]() {
      process.off('exit', end);
      end();
    },
  };
}
