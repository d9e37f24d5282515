import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { RunFolder } from '../leftovers/runFolder.ts';
import { startChroma } from './chroma.ts';
import { findEmbedder } from './embedder.ts';
import type { Service, ServiceAddresses } from './service.ts';

/** The services of one run, started together. */
export type Services = Omit<Service, 'address'> & { addresses: () => Promise<ServiceAddresses> };

/** Starts what the problem's manifest asks for and returns at once. */
export function startServices(
  { manifest, paths }: Problem,
  where: { isBridged: boolean; runFolder: RunFolder },
): Services {
  const started = manifest.services.map((name): Service => {
    switch (name) {
      case 'chroma':
        return startChroma(process.env['JUDGE_CHROMA_URL'], where);
      case 'embedder':
        return findEmbedder(join(paths.fixtures, 'models'), process.env['JUDGE_EMBEDDER']);
    }
  });
  return {
    async addresses() {
      const found = await Promise.all(started.map(({ address }) => address));
      return Object.assign({}, ...found);
    },
    readable: started.flatMap(({ readable }) => readable),
    bridges: started.flatMap(({ bridges }) => bridges),
    needsNetwork: started.some(({ needsNetwork }) => needsNetwork),
    async check() {
      await Promise.all(started.map((service) => service.check()));
    },
    async stop() {
      await Promise.all(started.map((service) => service.stop()));
    },
  };
}
