// Lifts the limits of V8 from inside, and fills the memory.
// Case: own heap-flags
// Expect: MLE
// At most: 0
import v8 from 'node:v8';
import { attempt } from './look.ts';

attempt(() => v8.setFlagsFromString('--max-old-space-size=16000'));
attempt(() => v8.setFlagsFromString('--no-heap-limit'));
attempt(() => v8.setHeapSnapshotNearHeapLimit(3));
const kept: unknown[] = [];
export function double(): void {
  for (;;) kept.push(new Array(1000).fill(kept.length));
}
