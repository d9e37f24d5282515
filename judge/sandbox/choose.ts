import { UsageError } from '../errors.ts';
import { bubblewrapSandbox, canBubblewrap } from './bubblewrap.ts';
import { nodeSandbox } from './node.ts';
import type { Sandbox } from './sandbox.ts';

export type SandboxChoice = 'auto' | Sandbox['name'];

/** The sandbox asked for; `auto` takes the strongest that works here. */
export function chooseSandbox(choice: SandboxChoice): Sandbox {
  if (choice === 'node') return nodeSandbox;
  if (canBubblewrap()) return bubblewrapSandbox;
  if (choice === 'auto') return nodeSandbox;
  throw new UsageError(
    'bubblewrap does not work here. On Linux install it (apt install bubblewrap) and allow user namespaces, or use --sandbox auto.',
  );
}
