import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Embed } from './propose.ts';

const model = 'glove-sif-100d';

/** The local sentence model below `modelsFolder`; `undefined` where it is not there. */
export async function loadEmbedder(modelsFolder: string): Promise<Embed | undefined> {
  if (!existsSync(join(modelsFolder, model, 'config.json'))) return undefined;
  const { env, pipeline } = await import('@xenova/transformers');
  env.localModelPath = modelsFolder;
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', model);
  return async (texts) => {
    const { data, dims } = await extract([...texts], { pooling: 'mean', normalize: true });
    const width = dims.at(-1) ?? 0;
    const numbers = Array.from(data, Number);
    return texts.map((_, index) => numbers.slice(index * width, (index + 1) * width));
  };
}
