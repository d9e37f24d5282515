// The marking of a design for people: the anchors, then the checklist of each phase.
import type { ItemMatch } from '../design/match.ts';
import { itemsOf, phasePlan, phases, type Design, type Item, type Phase } from '../model/design.ts';
import { anchors, type Anchor, type Blind } from '../model/designRecord.ts';
import { quote } from './drill.ts';
import { labelled, paragraph, rule, type TextOptions } from './layout.ts';

const meanings: Record<Anchor, string> = {
  'very weak': 'little of what matters, or wrong',
  weak: 'the obvious parts are named, with hardly a reason or a number',
  strong: 'most parts, with reasons and numbers; small gaps',
  'very strong': 'complete; trade-offs weighed, failures and measurement thought of',
};

/** What the four anchors mean. */
export function renderAnchors(screen: TextOptions): string {
  return text([
    '',
    ...paragraph(
      `Before anything is shown: how strong was each phase? It says how well you judge yourself; it changes no score. In this order: ${phases.map((phase) => phasePlan[phase].title.toLowerCase()).join(', ')}.`,
      screen,
    ),
    ...anchors.flatMap((anchor, index) =>
      labelled(`${index + 1}`, `${anchor}: ${meanings[anchor]}`, screen),
    ),
  ]);
}

/** What was said blind before the room was left: the checklist may have been seen since. */
export function renderBlindBefore(blind: Blind, screen: TextOptions): string {
  const each = phases.map((phase) => `${phasePlan[phase].title.toLowerCase()} ${blind[phase]}`);
  return text(['', ...labelled('You said', `${each.join(', ')}.`, screen)]);
}

/** What was ticked of a phase before the room was left. */
export function renderTicksBefore(
  design: Design,
  { phase, ticked, screen }: { phase: Phase; ticked: readonly string[]; screen: TextOptions },
): string {
  const numbers = itemsOf(design).flatMap(({ item, number }) =>
    ticked.includes(item.id) ? [number] : [],
  );
  const said = numbers.length === 0 ? 'none' : numbers.join(' ');
  return text(labelled('You ticked', `${phasePlan[phase].title.toLowerCase()}: ${said}`, screen));
}

/** The items of a phase to tick, with what was found and by which words. */
export function renderChecklist(
  design: Design,
  {
    phase,
    said,
    matches,
    screen,
  }: {
    phase: Phase;
    said: Record<Phase, string>;
    matches: readonly ItemMatch[];
    screen: TextOptions;
  },
): string {
  const { title, points } = phasePlan[phase];
  const own = itemsOf(design).filter((entry) => entry.phase === phase);
  const explained = screen.isPlain ? '' : ' In brackets the points; * is critical.';
  return text([
    '',
    ...paragraph(
      `${title}, ${points} points. Tick what you said, not what you meant.${explained}`,
      screen,
    ),
    ...rule(screen),
    ...own.flatMap(({ item, number }) => [
      ...labelled(tickLabel(item, { number, screen }), item.text, screen),
      ...matchLines(
        matches.find(({ id }) => id === item.id),
        { said, screen },
      ),
      ...labelled('   strong', item.strong, screen),
      ...labelled('   does not', item.nearMiss, screen),
    ]),
    '',
  ]);
}

/** What may be typed to tick items; `found` are the numbers of those that the matcher found. */
export function renderHowToTick(found: readonly number[], screen: TextOptions): string {
  const suggested = found.length === 0 ? 'none' : found.join(' ');
  return text(
    paragraph(
      `Type numbers, or changes such as +4 -7, or all, or none. Enter takes what was found: ${suggested}.`,
      screen,
    ),
  );
}

const matchLabels = { found: '   found', denied: '   opposite?', listed: '   listed' } as const;

function matchLines(
  match: ItemMatch | undefined,
  { said, screen }: { said: Record<Phase, string>; screen: TextOptions },
): string[] {
  if (match === undefined || match.kind === 'missing') return [];
  const { kind, saidIn, phase, span } = match;
  const where = saidIn === phase ? '' : ` (in ${phasePlan[saidIn].title})`;
  return labelled(matchLabels[kind], `${quote(said[saidIn], span)}${where}`, screen);
}

function tickLabel(
  { points, critical }: Item,
  { number, screen }: { number: number; screen: TextOptions },
): string {
  if (screen.isPlain) return `${number}, ${points} points${critical ? ', critical' : ''}`;
  return `${String(number).padStart(2)} (${points})${critical ? ' *' : ''}`;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
