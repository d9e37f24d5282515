import { join } from 'node:path';

/**
 * What the judge may lose at any time: compiled code, what it found out about this machine. Not
 * below node_modules, which submissions may read.
 */
export const cacheFolder = join(import.meta.dirname, '../.judge/cache');
