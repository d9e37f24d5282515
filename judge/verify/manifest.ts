// Whether the manifest is complete, known to editors, and tells the same subtasks as the suite.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { manifestSchema, type Problem } from '../model/problem.ts';
import type { Bench, CheckResult, Finding } from './check.ts';

/** Where manifests find their schema: beside the folders of the problems. */
const schemaReference = '../problem.schema.json';

/** `problems/coding/problem.schema.json`: the manifest for editors, made from our own schema. */
export function manifestJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(manifestSchema, { io: 'input' }), null, 2)}\n`;
}

export function checkManifest(
  { manifest, paths }: Problem,
  { root }: Pick<Bench, 'root'>,
): CheckResult {
  const { subtasks } = manifest;
  const where = relative(root, paths.manifest);
  const findings: Finding[] = [];
  if (manifest.$schema !== schemaReference) {
    const next = `Begin it with "$schema": "${schemaReference}", so that editors know its fields.`;
    findings.push({ what: 'the manifest names no schema', where, next });
  }
  const suite = subtasksOf(readFileSync(paths.hiddenSuite, 'utf8')).join(', ');
  const wanted = subtasks.map(({ id }) => id).join(', ');
  if (suite !== wanted) {
    findings.push({
      what: `the suite has the subtasks ${suite}; the manifest has ${wanted}`,
      where: relative(root, paths.hiddenSuite),
      next: "Write one subtask('<id>', …) at the top level for each of the manifest, in its order.",
    });
  }
  const points = subtasks.reduce((sum, subtask) => sum + subtask.points, 0);
  return {
    summary: `${subtasks.length} subtasks as in the suite, ${points} points, each with a requirement and three hints`,
    findings,
  };
}

/** The ids of a suite's top-level subtasks, as they are written. */
function subtasksOf(suite: string): string[] {
  return [...suite.matchAll(/^subtask\(\s*'([^']+)'/gm)].map(([, id = '']) => id);
}
