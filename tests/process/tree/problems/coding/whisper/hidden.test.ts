// Its arguments are long texts that no message may repeat.
import { z } from 'zod';
import { checkSame, subtask, test } from '#judge/suite/api.ts';

const Tally = z.record(z.string(), z.number());
const secrets = ['quicksilver', 'marzipan', 'obsidian', 'periwinkle', 'thunderclap', 'xylophone'];

subtask(
  'tally',
  async ({ candidate }) => {
    await candidate.call('tally', ['one two'], Tally);
  },
  () => {
    test('a long text', async ({ candidate, random }) => {
      const words = Array.from({ length: 60 }, () => random.pick(secrets));
      const text = words.join(' ');
      const tally = await candidate.call('tally', [text], Tally);
      checkSame(tally, { words: 60, characters: text.length }, 'your tally');
    });
  },
);
