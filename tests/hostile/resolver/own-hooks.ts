// Hooks the loader of modules so that Node's own modules become others.
// Case: own own-hooks
// Expect: WA
// At most: 0
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('node:')
      ? { url: 'data:text/javascript,export default 1', shortCircuit: true }
      : next(specifier, context),
});
const { default: fs } = await import('node:fs');
export const double = (n: number): number => (Number(fs) === 1 ? n + 1 : 2 * n);
