import { test } from 'vitest';

test('double > small numbers', () => {});
