// Exports functions whose names fill the report.
// Case: own long-export-names
// Expect: CE
// At most: 0
// Hides: /x{300}/
import { say } from './wire.ts';

say({ kind: 'loaded', functions: Array.from({ length: 12 }, () => 'x'.repeat(20_000)) });
await new Promise(() => {});
