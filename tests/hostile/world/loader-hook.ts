// Hooks the loaders of modules, and answers wrongly.
// Case: 66 loader-hook
// Expect: WA
// At most: 0
import module from 'node:module';
import vm from 'node:vm';
import { attempt } from './look.ts';

attempt(() => module.register('data:text/javascript,export const resolve = () => { for (;;); };'));
attempt(() => {
  module.registerHooks({
    load: () => ({ format: 'module', source: 'export const double = 2', shortCircuit: true }),
  });
});
attempt(() => {
  const require = module.createRequire(import.meta.url);
  require.extensions['.ts'] = () => {};
  require.cache = new Proxy({}, { get: () => ({ exports: {} }) });
});
attempt(() => Reflect.set(module, '_load', () => ({})));
attempt(() => vm.runInThisContext('globalThis.process = { exit() {} }'));
export const double = (n: number): number => n + 1;
