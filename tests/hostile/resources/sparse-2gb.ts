// Makes a file of 2 GB that takes no place.
// Case: 93 sparse-2GB
// Expect: RTE, OLE
// At most: 0
import { ftruncateSync, openSync } from 'node:fs';

export const double = (): void => ftruncateSync(openSync('/tmp/hostile-note', 'w'), 2 ** 31);
