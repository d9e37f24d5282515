import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

writeFileSync(join(import.meta.dirname, 'hostile-note'), 'ran as the judge');
Object.is = () => true;
