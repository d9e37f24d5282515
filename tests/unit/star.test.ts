import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readAnchors } from '#judge/commands/anchors.ts';
import { promptSchema, spoken, storyParts, type StoryText } from '#judge/model/behavioural.ts';
import { loadDimensions, loadPrompts } from '#judge/problem/behavioural.ts';
import { foldStories, nameStory, servedBy } from '#judge/star/bank.ts';
import { countWords, factsOf, suggestPrompts } from '#judge/star/facts.ts';
import { emptyText, formatStory, mergeStory, parseStory } from '#judge/star/storyText.ts';
import { root } from '../helpers/cli.ts';

const prompts = loadPrompts(root);
const dimensions = loadDimensions(root);
const story = (text: Partial<StoryText>): StoryText => ({ ...emptyText, ...text });

test('the JSON schema for editors is that of the code (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(promptSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(root, 'problems/behavioural/prompt.schema.json'),
  );
});

test("the guide's four prompts are there, numbered in its order", () => {
  expect(prompts.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  const files = globSync('*.json', { cwd: join(root, 'problems/behavioural/prompts') });
  expect(files).toHaveLength(4);
});

describe.each(prompts)('the example for $id', ({ id, example }) => {
  test('has all that it asks of others', () => {
    const facts = factsOf(example);
    expect(facts.language).toBe('english');
    expect(facts.seconds).toBeGreaterThanOrEqual(spoken.leastSeconds);
    expect(facts.seconds).toBeLessThanOrEqual(spoken.mostSeconds);
    expect(facts.number).toBeDefined();
    expect(facts.decision).toBeDefined();
    expect(facts.alternative).toBeDefined();
    expect(facts.person.own).toBeGreaterThan(facts.person.shared);
    expect(facts.words.action).toBeGreaterThan(0.45 * facts.words.total);
  });

  test('is found to serve its prompt', () => {
    expect(suggestPrompts(example, prompts).map((one) => one.id)).toContain(id);
  });
});

describe('facts', () => {
  test('of an empty story are zeros and nothing found', () => {
    expect(factsOf(emptyText)).toEqual({
      words: { situation: 0, task: 0, action: 0, result: 0, total: 0 },
      seconds: 0,
      language: 'english',
      person: { own: 0, shared: 0 },
      number: undefined,
      decision: undefined,
      alternative: undefined,
    });
  });

  test('count words and seconds at 140 words a minute, by part', () => {
    const facts = factsOf(story({ situation: 'One.', action: 'word '.repeat(279) }));
    expect(facts.words).toMatchObject({ situation: 1, task: 0, action: 279, total: 280 });
    expect(facts.seconds).toBe(120);
  });

  test('tell "I" from "we" in the action alone, contractions too, and not the country', () => {
    const { person } = factsOf(
      story({
        situation: 'We we we.',
        action: "I'd asked our lead; my plan, not ours. We'll see, I said, in the US.",
      }),
    );
    expect(person).toEqual({ own: 3, shared: 3 });
  });

  test.each([
    ['Latency fell by 40% at last.', '40%'],
    ['We saved $1,200.50 a month.', '$1,200.50'],
    ['Errors halved.', 'halved'],
    ['Three teams use it.', 'Three'],
    ['It shipped in 2024.', undefined],
    ['It shipped in 2024 and took 12 ms.', '12 ms'],
    ['It grew from 10 to 2000 users.', '10'],
    ['2000 users came in the first week of 2024.', '2000 users'],
    ['It went well, and everyone was glad. One day it ends.', undefined],
    ['用户增加了30%。', '30%'],
  ])('the number in %j is %j', (result, number) => {
    expect(factsOf(story({ result })).number).toBe(number);
  });

  test('quote the decision and the alternative as they stand, over line breaks', () => {
    const facts = factsOf(
      story({ action: 'So I then\nchose the  smaller model rather than a new index. It held.' }),
    );
    expect(facts.decision).toBe('I then chose the smaller model rather than a');
    expect(facts.alternative).toBe('rather than a new index');
    expect(factsOf(story({ action: 'I was there. The choice fell.' })).decision).toBeUndefined();
  });

  test.each([
    ['Ich habe das Modell gebaut und mit dem Team die Daten neu geordnet, dann wurde es gut.'],
    ['我重新训练了模型并且降低了延迟，因为数据泄漏了，我们决定不使用它。'],
    ['Я решил перестроить таблицу, потому что данные протекали, и мы согласились.'],
  ])('of a text that is not English say so and still count its words: %s', (action) => {
    const facts = factsOf(story({ action }));
    expect(facts.language).toBe('other');
    expect(facts.words.action).toBeGreaterThan(8);
  });

  test('one word is one word', () => {
    expect(factsOf(story({ action: 'Debugged' }))).toMatchObject({
      words: { action: 1, total: 1 },
      seconds: 0,
      language: 'english',
    });
    expect(countWords('')).toBe(0);
  });

  test('of a huge text come without hanging', () => {
    const huge = story({
      action: 'I decided '.repeat(5_000) + 'a'.repeat(50_000),
      result: '1,'.repeat(50_000) + ' in '.repeat(10_000) + '$'.repeat(10_000),
    });
    expect(factsOf(huge).words.action).toBe(10_001);
  });
});

describe('a story as one text', () => {
  test('is read back as it was written, with any lines in it', () => {
    const titled = {
      title: 'A leak',
      text: { situation: 'One.\n\nTwo: three', task: '', action: '- a\n- b', result: '5%' },
    };
    expect(parseStory(formatStory(titled))).toEqual({ ...titled, stray: '' });
  });

  test('may be marked in several ways; a part that comes twice is joined', () => {
    const { title, text, stray } = parseStory(
      'TITLE: The  leak\r\nSituation: Here.\r\n## Task\nThat.\n**x**\n# Result:\nGood.\nresult: Very.',
    );
    expect(title).toBe('The leak');
    expect(text).toEqual({
      situation: 'Here.',
      task: 'That.\n**x**',
      action: '',
      result: 'Good.\nVery.',
    });
    expect(stray).toBe('');
  });

  test('what stands before any mark is stray, and a word alone is no mark', () => {
    expect(parseStory('Hello\naction\nTask: x').stray).toBe('Hello\naction');
  });

  test('what is typed later replaces only the parts that it has', () => {
    const base = { title: 'Old', text: story({ action: 'Did.', result: 'Fine.' }) };
    expect(mergeStory(base, { title: '', text: story({ result: '5%' }) })).toEqual({
      title: 'Old',
      text: story({ action: 'Did.', result: '5%' }),
    });
  });
});

describe('the bank', () => {
  const written = (id: string, subject: string, prompt: string) => ({
    id,
    at: '2026-01-01T00:00:00Z',
    subject,
    data: { kind: 'written' as const, title: id, text: emptyText, prompt },
  });

  test('keeps every version, and knows what a story was told for', () => {
    const scored = { kind: 'scored' as const, prompt: 'explaining', version: 'v1', scores: {} };
    const [one, two] = foldStories([
      written('v1', 'leak', 'disagreement'),
      written('w1', 'other', 'explaining'),
      { id: 's', at: '2026-01-02T00:00:00Z', subject: 'leak', data: scored },
      written('v2', 'leak', 'disagreement'),
    ]);
    expect(one?.versions.map(({ id }) => id)).toEqual(['v1', 'v2']);
    expect(one?.last.id).toBe('v2');
    expect(one && servedBy(one)).toEqual(['disagreement', 'explaining']);
    expect(two?.id).toBe('other');
  });

  test.each([
    ['The Leak, in Churn & more', [], 'the-leak-in-churn'],
    ['Café au lait', [], 'cafe-au-lait'],
    ['泄漏', [], 'story'],
    ['10 leaks', [], 'story'],
    ['', ['story', 'story-2'], 'story-3'],
    ['list', ['list'], 'list-2'],
  ])('%j is named apart from %j: %s', (title, taken, name) => {
    expect(nameStory(title, taken)).toBe(name);
  });
});

describe('levels', () => {
  const ids = dimensions.map(({ id }) => id);

  test('are one number from 1 to 4 for each anchor, or none', () => {
    expect(readAnchors(' 1, 2 3;4 ', dimensions)).toEqual(
      Object.fromEntries(ids.map((id, index) => [id, index + 1])),
    );
    expect(readAnchors('None', dimensions)).toBe('none');
  });

  test.each(['', '1 2 3', '1 2 3 5', '0 1 2 3', 'a b c d', '1 2 3 4 4'])(
    '%j is refused',
    (line) => {
      expect(readAnchors(line, dimensions)).toMatchObject({ wrong: /from 1 to 4/ });
    },
  );
});

test('a suggestion needs two different words of a prompt', () => {
  const text = story({ action: 'My colleague argued, I explained.' });
  expect(suggestPrompts(text, prompts).map(({ id }) => id)).toEqual(['disagreement']);
  expect(storyParts).toHaveLength(4);
});
