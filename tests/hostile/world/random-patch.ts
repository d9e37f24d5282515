// Takes the randomness out of Math.random and crypto, and freezes Date; answers wrongly.
// Case: 60 random-patch
// Expect: WA
// At most: 0
Math.random = () => 0.5;
crypto.getRandomValues = (array) => array;
crypto.randomUUID = () => '0-0-0-0-0';
Reflect.set(globalThis, 'Date', class {});
export const double = (n: number): number => n + 1;
