import { expect, test } from 'vitest';
import { renderAnswer, renderPrompt } from '#judge/reporters/prompt.ts';

const hostile = 'a::b\n\u001b[2J\n  ::error::x\n##[error]y\u202e';
const shown = 'a::b\n\\u001b[2J\n  : :error::x\n# #[error]y\\u202e';

test('a prompt is shown line by line, and nothing of it acts on the terminal or in a CI', () => {
  const sources = [{ n: 1, id: 'd#0\n::error::x', score: 0.5 }];
  const prompt = { system: hostile, user: hostile, answerable: true, sources };
  const text = renderPrompt({ kind: 'answered', prompt });
  expect(text).toContain(`\nSystem\n${shown}\n\nUser\n${shown}\n`);
  expect(text).toContain('  [1] d#0 : :error: :x  score 0.500');
});

test('so is the answer of a language model', () => {
  expect(renderAnswer('a model', hostile)).toBe(`\nAnswer of a model\n${shown}\n`);
});
