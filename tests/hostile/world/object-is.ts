// Makes everything equal to everything, and answers wrongly.
// Case: 61 object-is
// Expect: WA
// At most: 0
Object.is = () => true;
Reflect.set(globalThis, 'isNaN', () => false);
Number.isFinite = () => true;
Math.abs = () => 0;
export const double = (n: number): number => n + 1;
