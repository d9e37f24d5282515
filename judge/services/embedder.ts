// The sentence-embedding model a problem's submissions load: files on disk, nothing to start.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { JudgeError } from '../errors.ts';
import type { Service } from './service.ts';

/**
 * Finds the model `wanted`: a folder, or an id below `modelsDir`; without it, the model that the
 * problem ships there.
 */
export function findEmbedder(modelsDir: string, wanted: string | undefined): Service {
  const address = locate(modelsDir, wanted);
  address.catch(() => {}); // whoever asks for it hears of it
  return {
    address,
    readable: wanted !== undefined && isModel(wanted) ? [resolve(wanted)] : [],
    needsNetwork: false,
    bridges: [],
    check: async () => void (await address),
    stop: async () => {},
  };
}

async function locate(modelsDir: string, wanted: string | undefined) {
  if (wanted === undefined) {
    const shipped = existsSync(modelsDir) ? readdirSync(modelsDir) : [];
    const model = shipped.find((name) => isModel(join(modelsDir, name)));
    if (model === undefined)
      throw new JudgeError(
        `There is no model in ${modelsDir}. Restore the folder from the repository.`,
      );
    return { embedder: { modelsDir, model } };
  }
  if (isModel(wanted)) {
    const folder = resolve(wanted);
    return { embedder: { modelsDir: dirname(folder), model: basename(folder) } };
  }
  if (isModel(join(modelsDir, wanted))) return { embedder: { modelsDir, model: wanted } };
  throw new JudgeError(
    `JUDGE_EMBEDDER is "${wanted}", but there is no config.json in ${join(modelsDir, wanted)}. Put the model's config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx there, name a folder that has them, or unset it.`,
  );
}

function isModel(folder: string): boolean {
  return existsSync(join(folder, 'config.json'));
}
