// The processes of `npm run stability` that keep every core busy must never outlive it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../helpers/cli.ts';
import { eventually, findProcesses } from '../helpers/processes.ts';

const burners = JSON.stringify(join(root, 'tests/stability/burners.ts'));
/** What only burners have in their arguments. */
const mark = 'setImmediate(burn)';

test.each(['SIGKILL', 'SIGTERM'] as const)('burners end after %s', async (signal) => {
  const code = `import { burnAllCores } from ${burners}; burnAllCores(); setInterval(() => {}, 1e6);`;
  const args = ['--input-type=module', '--eval', code];
  const owner = spawn(process.execPath, args, { stdio: 'ignore' });
  const isBurning = await eventually(() =>
    findProcesses(mark).some(({ parent }) => parent === owner.pid),
  );
  expect(isBurning).toBe(true);
  const pids = findProcesses(mark)
    .filter(({ parent }) => parent === owner.pid)
    .map(({ pid }) => pid);
  owner.kill(signal);
  await once(owner, 'exit');
  const haveEnded = await eventually(() =>
    findProcesses(mark).every(({ pid }) => !pids.includes(pid)),
  );
  expect(haveEnded).toBe(true);
});
