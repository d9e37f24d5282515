import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { RunFolder } from '../leftovers/runFolder.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { loadProblem } from '../problem/load.ts';
import { listSlugs } from '../problem/locate.ts';
import { chooseSandbox } from '../sandbox/choose.ts';
import { startChroma } from '../services/chroma.ts';
import { findEmbedder } from '../services/embedder.ts';

/** Whether a Chroma server starts, or answers where one is given. */
export async function checkChroma(root: string): Promise<Finding> {
  const name = 'Chroma';
  const problems = problemsWith(root, 'chroma');
  if (problems.length === 0) return { name, state: 'ok', says: 'no problem here needs it' };
  const url = process.env['JUDGE_CHROMA_URL'];
  const startedAt = performance.now();
  try {
    using runFolder = new RunFolder();
    const service = startChroma(url, { isBridged: false, runFolder });
    await service.address.finally(() => service.stop());
  } catch (error) {
    return { name, state: 'warn', says: lacking(problems), todo: messageOf(error) };
  }
  const ms = Math.round(performance.now() - startedAt);
  if (url === undefined) return { name, state: 'ok', says: `a server starts in ${ms} ms` };
  const says = `the server at ${url} answers`;
  if (chooseSandbox('auto').isolatesNetwork) return { name, state: 'ok', says };
  const todo = 'Unset JUDGE_CHROMA_URL, or give a server on which nothing else is kept.';
  const open = 'without bubblewrap a submission can reach all that is on it';
  return { name, state: 'warn', says: `${says}; ${open}`, todo };
}

/** Whether each problem that needs an embedding model has one. */
export async function checkModel(root: string): Promise<Finding> {
  const name = 'Model';
  const problems = problemsWith(root, 'embedder');
  const found = new Set<string>();
  try {
    for (const { paths } of problems) {
      const models = join(paths.fixtures, 'models');
      const { embedder } = await findEmbedder(models, process.env['JUDGE_EMBEDDER']).address;
      if (embedder !== undefined) found.add(embedder.model);
    }
  } catch (error) {
    return { name, state: 'warn', says: lacking(problems), todo: messageOf(error) };
  }
  return { name, state: 'ok', says: [...found].join(', ') || 'no problem here needs one' };
}

function lacking(problems: readonly Problem[]): string {
  return `not to be had; needed by ${problems.map(({ slug }) => slug).join(', ')}`;
}

/** Problems whose manifest asks for the service; one with a broken manifest asks for nothing. */
function problemsWith(root: string, service: 'chroma' | 'embedder'): Problem[] {
  return listSlugs(root).flatMap((slug) => {
    try {
      const problem = loadProblem(root, slug);
      return problem.manifest.services.includes(service) ? [problem] : [];
    } catch {
      return [];
    }
  });
}
