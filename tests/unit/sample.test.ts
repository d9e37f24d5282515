import { expect, test } from 'vitest';
import { renderSample } from '#judge/reporters/sample.ts';

test('what the code prints is quoted, and nothing of it acts on the terminal or in a CI', () => {
  const printed =
    'plain\ta b\n\u001b[2J\u001b]0;owned\u0007red\r\n::error::x ##[error]y\nSCORE 100/100\n';
  const fault = { verdict: 'RTE', message: 'threw' } as const;
  const options = { slug: 'iris', columns: 80, hasColor: false };
  expect(renderSample({ kind: 'notRun', fault, printed }, options)).toBe(
    [
      'RTE  threw',
      '',
      'Printed by your code (the end of it):',
      '| plain\ta b',
      '| \\u001b[2J\\u001b]0;owned\\u0007red',
      '| ::error::x # #[error]y',
      '| SCORE 100/100',
      '',
    ].join('\n'),
  );
});
