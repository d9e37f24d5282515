// Sends what only threads of one process may share: memory, modules, ports, objects of the host.
// Case: own odd-tags
// Expect: WA
// At most: 0
import { sendBytes } from './bytes.ts';

const tags = [0x75, 0x77, 0x57, 0x6d, 0x74, 0x5c, 0x7e, 0x72, 0x52, 0x44, 0x7a, 0x73, 0x3f, 0x00];
let calls = 0;
export function double(): Promise<never> {
  calls += 1;
  const tag = tags[calls % tags.length] ?? 0;
  return sendBytes([Buffer.from([0xff, 0x0f, tag, 0x01, 0x01, 0x01, 0x01, 0x01])]);
}
