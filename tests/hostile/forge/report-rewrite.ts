// Leaves a process that edits every report it finds later, and answers wrongly.
// Case: 29 report-rewrite
// Expect: WA
// At most: 0
import { spawn } from 'node:child_process';
import { attempt, project } from './look.ts';

const edit = `
  const { globSync, readFileSync, writeFileSync } = require('node:fs');
  setInterval(() => {
    for (const path of globSync(process.argv[1] + '/**/*report*.json'))
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('WA', 'AC'));
  }, 100);`;
attempt(() =>
  spawn(process.execPath, ['-e', edit, project, import.meta.dirname], { detached: true }).unref(),
);
export const double = (n: number): number => n + 1;
