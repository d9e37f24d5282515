import '../double/hidden.test.ts';

setTimeout(() => {
  throw new Error('thrown outside of any test case');
}, 5);
