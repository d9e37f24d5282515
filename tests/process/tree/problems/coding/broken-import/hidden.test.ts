// The suite does not load: what it calls at its top does not exist.
Reflect.apply(Reflect.get(globalThis, 'noSuchFunction'), undefined, []);
