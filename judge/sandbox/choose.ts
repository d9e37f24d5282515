import { UsageError } from '../errors.ts';
import { bubblewrapSandbox } from './bubblewrap.ts';
import { nodeSandbox } from './node.ts';
import { bubblewrapRemedy, probeBubblewrap, type Probe } from './probe.ts';
import { recallFittings, rememberFittings } from './remembered.ts';
import type { Sandbox } from './sandbox.ts';
import { canSeatbelt, seatbeltSandbox } from './seatbelt.ts';

export type SandboxChoice = 'auto' | Sandbox['name'];

/** The sandbox asked for; `auto` takes the strongest that works here and says why it is no stronger. */
export function chooseSandbox(choice: SandboxChoice): Sandbox {
  switch (choice) {
    case 'node':
      return nodeSandbox();
    case 'bubblewrap': {
      const found = findBubblewrap();
      if ('name' in found) return found;
      throw new UsageError(
        `bubblewrap ${whyNot(found)}. ${remedyOf(found)} Or use --sandbox auto, which takes what works.`,
      );
    }
    case 'seatbelt':
      if (canSeatbelt()) return seatbeltSandbox;
      throw new UsageError(
        'seatbelt does not work here: it needs a Mac, and Node must start under /usr/bin/sandbox-exec. Use --sandbox auto, which takes what works.',
      );
    case 'auto':
      return strongest();
  }
}

function strongest(): Sandbox {
  if (process.platform === 'linux') {
    const found = findBubblewrap();
    return 'name' in found
      ? found
      : nodeSandbox(`weak: bubblewrap ${whyNot(found)}; "judge doctor" says what to do`);
  }
  if (process.platform === 'darwin') {
    return canSeatbelt() ? seatbeltSandbox : nodeSandbox('weak: seatbelt does not work here');
  }
  return nodeSandbox('weak: there is no stronger sandbox on this system');
}

type NoBubblewrap = Exclude<Probe, { kind: 'works' }> | { kind: 'otherSystem' };

function findBubblewrap(): Sandbox | NoBubblewrap {
  if (process.platform !== 'linux') return { kind: 'otherSystem' };
  const remembered = recallFittings();
  if (remembered !== undefined) return bubblewrapSandbox(remembered);
  const probe = probeBubblewrap();
  if (probe.kind !== 'works') return probe;
  rememberFittings(probe.fittings);
  return bubblewrapSandbox(probe.fittings);
}

function whyNot(found: NoBubblewrap): string {
  switch (found.kind) {
    case 'otherSystem':
      return 'exists for Linux only';
    case 'absent':
      return 'is not installed';
    case 'refused':
      return `does not work here: ${found.why}`;
  }
}

function remedyOf(found: NoBubblewrap): string {
  return found.kind === 'otherSystem' ? '' : bubblewrapRemedy(found);
}
