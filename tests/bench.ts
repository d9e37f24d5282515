// Speed as ratios measured in one run, in turn, medians of several: npm run bench
// Parts of it alone: npm run bench -- cold, npm run bench -- watch
import { benchCold } from './bench/cold.ts';
import { benchWatch } from './bench/watch.ts';

const asked = process.argv.slice(2);
const isAsked = (part: string): boolean => asked.length === 0 || asked.includes(part);

if (isAsked('cold')) benchCold();
if (isAsked('watch')) await benchWatch();
