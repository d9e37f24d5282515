// The data of the design rooms: what practice asks for is there, and what is quoted is computed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { foundIds, matchNotes } from '#judge/design/match.ts';
import { addCounts, countAgreement, measure } from '#judge/drill/measure.ts';
import { parsePattern } from '#judge/drill/pattern.ts';
import {
  designSchema,
  eachPhase,
  itemsOf,
  perPhase,
  phasePlan,
  phases,
} from '#judge/model/design.ts';
import { loadDesigns, loadExemplar } from '#judge/problem/designs.ts';
import { locateDesign } from '#judge/problem/locate.ts';
import { root } from '../helpers/cli.ts';

const designs = loadDesigns(root);

/** Item by item, as the design page lists them: points, and "*" for critical. */
const checklists: Record<string, string> = {
  'rag-qa': '3 3 2 3 4* 3* 2 | 5 5 4 4 3 2 2 | 6 5 4 3 6* 8* 4 4 | 4 3 2 3 3',
  recommender: '4* 2 4 3 3 2 2 | 7 3 4 4 4 3 | 4 5 6* 6 5 5* 3 4 2 | 3 4 3 3 2',
  'support-agent': '5* 2 2 3 4* 2 2 | 3 5 5 5* 2 3 2 | 4 6 7* 4 5 8* 3 3 | 3 3 4 3 2',
};

const caps: Record<string, number[]> = {
  'rag-qa': [55],
  recommender: [55, 65],
  'support-agent': [55, 50],
};

/** Names of methods in whole sentences, without what makes them an answer. */
const buzzwords: Record<string, string[]> = {
  'rag-qa': [
    'We rerank with a cross-encoder to get the top results.',
    'We use hybrid search that combines dense and sparse vectors.',
    'We monitor latency and cost with dashboards.',
    'We use RAGAS for retrieval and generation on a test set.',
    'We evaluate recall and faithfulness in CI.',
    'Our chunks have 512 tokens because that is a good size.',
    'The vector database holds the embeddings in memory with HNSW and takes a few GB.',
    'Malicious instructions in documents are a risk.',
    'Latency should be low and the cost within budget.',
    'Fine-tuning is worse than RAG because RAG is better.',
    'Failures are handled by stage.',
  ],
  recommender: [
    'We use a two tower model with contrastive loss.',
    'The ranker is XGBoost trained with cross entropy.',
    'We run an A/B test for two weeks.',
    'We retrain weekly.',
    'We use recall and NDCG offline and then test online.',
  ],
  'support-agent': [
    'We use least privilege.',
    'We use idempotency keys.',
    'We use prompt caching.',
    'There is a human in the loop for high stakes.',
    'We have a test suite with red teaming.',
    'We use rate limits and a fallback.',
    'Risky actions need approval.',
  ],
};

/** Computed numbers that the worked answer names in its sentences too. */
const figures: Record<string, string[]> = {
  'rag-qa': ['290,000', '1.78 GB', '89 ms', '4,426', '$0.0006', '$0.0059', '93%', '36%', '160'],
  recommender: ['231', '250,000', '4.5%', '26%', '0.64 GB'],
  'support-agent': ['62%', '3.9', '400', '160', '39,000', '1,440', '0.15%', '0.75%', '375'],
};

test('the three designs of the guide are there, in order', () => {
  expect(designs.map(({ id }) => id)).toEqual(['rag-qa', 'recommender', 'support-agent']);
});

test('the JSON schema for editors is that of the code (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(designSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(root, 'problems/designs/design.schema.json'),
  );
});

const labelledSchema = z.strictObject({
  formatVersion: z.literal(1),
  design: z.string(),
  answers: z.array(
    z.strictObject({
      id: z.string(),
      /** Patterns were mended with "tune" in view; never with "held-out". */
      half: z.enum(['tune', 'held-out']),
      notes: perPhase(z.string()),
      /** Ids of the items that are truly made. */
      makes: z.array(z.string()),
    }),
  ),
});

test('README says how well the matcher does on labelled answers that it was not tuned on', () => {
  const counts = designs.flatMap((design) => {
    const path = join(root, 'problems/designs/labelled', `${design.id}.json`);
    const { answers } = labelledSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const ids = itemsOf(design).map(({ item }) => item.id);
    expect(ids).toEqual(expect.arrayContaining(answers.flatMap(({ makes }) => makes)));
    return answers
      .filter(({ half }) => half === 'held-out')
      .map(({ notes, makes }) => {
        const found = foundIds(matchNotes(design, notes));
        return countAgreement(
          { points: ids.map((id) => ({ id })) },
          {
            answers: [{ makes }],
            found: [found],
          },
        );
      });
  });
  const { decisions, precision, recall, kappa } = measure(counts.reduce(addCounts));
  expect(readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ')).toContain(
    `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, kappa ${kappa.toFixed(2)} over ${decisions} decisions on nine`,
  );
});

describe.each(designs)('$id', (design) => {
  const { markdown } = loadExemplar(root, design.id);
  const section = (title: string): string =>
    markdown
      .split(/^## /m)
      .find((part) => part.startsWith(`${title}\n`))
      ?.slice(title.length)
      .trim() ?? '';
  const folder = dirname(locateDesign(root, design.id).design);

  test('the checklist has the points and the critical marks of the design page', () => {
    const written = phases.map((phase) =>
      design.phases[phase].items
        .map(({ points, critical }) => `${points}${critical ? '*' : ''}`)
        .join(' '),
    );
    expect(written.join(' | ')).toBe(checklists[design.id]);
    expect(design.gates.map(({ capsAt }) => capsAt)).toEqual(caps[design.id]);
  });

  test('every pattern can be read, and every term is used', () => {
    const sources = itemsOf(design).flatMap(({ item }) => [...item.patterns, ...item.opposites]);
    for (const source of sources) expect(() => parsePattern(source, design.terms)).not.toThrow();
    const unused = Object.keys(design.terms).filter(
      (name) => !sources.some((source) => source.includes(`{${name}}`)),
    );
    expect(unused).toEqual([]);
  });

  test('each item is brought out by a probe of its own phase', () => {
    for (const phase of phases) {
      const { items, probes } = design.phases[phase];
      const probed = probes.flatMap((probe) => probe.items);
      expect(probed.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    }
  });

  test('the matcher finds at least 70% of the points in the worked answer, phase by phase', () => {
    const notes = eachPhase((phase) => section(phasePlan[phase].title));
    const found = foundIds(matchNotes(design, notes));
    for (const phase of phases) {
      const { items } = design.phases[phase];
      const made = items.filter(({ id }) => found.includes(id));
      expect(made.length / items.length, phase).toBeGreaterThanOrEqual(0.7);
    }
  });

  test('it finds nothing in a text about something else', () => {
    const cooking =
      'First I heat the oven and grease the tin. Then I beat the eggs with the sugar until the mixture is pale, fold in the flour, and bake the cake for forty minutes. While it cools I whip the cream. We do this each Sunday, and my sister brings the strawberries.';
    const matches = matchNotes(
      design,
      eachPhase(() => cooking),
    );
    expect(matches.filter(({ kind }) => kind !== 'missing')).toEqual([]);
  });

  test('it finds nothing in names that are only dropped', () => {
    const named =
      'I would use LangChain with Kafka, Kubernetes and a vector database. It scales well, is robust and uses modern best practices everywhere. Quality is very important to us.';
    const matches = matchNotes(
      design,
      eachPhase(() => named),
    );
    expect(foundIds(matches)).toEqual([]);
  });

  test('it finds nothing in whole sentences that only name a method', () => {
    for (const sentence of buzzwords[design.id] ?? []) {
      const matches = matchNotes(
        design,
        eachPhase(() => sentence),
      );
      expect(foundIds(matches), sentence).toEqual([]);
    }
  });

  test('what only sounds like an item is not found as one', () => {
    for (const { item } of itemsOf(design)) {
      const match = matchNotes(
        design,
        eachPhase(() => item.nearMiss),
      ).find(({ id }) => id === item.id);
      expect(match?.kind, item.id).not.toBe('found');
    }
  });

  test('the arithmetic that the worked answer quotes is what its script computes', () => {
    const script = join(folder, 'capacity.ts');
    const output = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    const quoted = /```\n([^]*?)```/.exec(section('Capacity'))?.[1];
    expect(quoted).toBe(output);
    const sentences = markdown.replace(output, '');
    for (const figure of figures[design.id] ?? []) {
      expect(output).toContain(figure);
      expect(sentences).toContain(figure);
    }
  });

  test('the drawing shows every box of its source', () => {
    const source = readFileSync(join(folder, 'architecture.mmd'), 'utf8');
    const drawing = readFileSync(join(folder, 'architecture.svg'), 'utf8');
    const shown = drawing
      .replaceAll(/<style>[^]*?<\/style>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, '');
    const boxes = [...source.matchAll(/\w[[({]+([^\])}]+)[\])}]+/g)].map(([, text = '']) => text);
    expect(boxes.length).toBeGreaterThan(10);
    for (const box of boxes) expect(shown).toContain(box.replaceAll(/\s+/g, ''));
  });
});
