import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { UsageError } from '../errors.ts';

/** Opens a file in `$VISUAL` or `$EDITOR` and waits for its end. Throws a `UsageError` where there is none. */
export async function openInEditor(path: string): Promise<void> {
  const editor = process.env['VISUAL'] || process.env['EDITOR'];
  if (editor === undefined || editor === '')
    throw new UsageError(`EDITOR is not set. Set it, for instance: export EDITOR=code. ${path}`);
  // Like git: the variable may hold a program with arguments.
  const child = spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new UsageError(`The editor "${editor}" ended with an error.`);
}
