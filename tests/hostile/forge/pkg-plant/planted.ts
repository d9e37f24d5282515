import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

writeFileSync(join(import.meta.dirname, 'hostile-note'), 'ran as the judge');
export const z = new Proxy({}, { get: () => () => true });
