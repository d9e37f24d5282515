// A design room as a person works in it.
import { History } from '#judge/history/history.ts';
import { eachPhase } from '#judge/model/design.ts';
import { root } from './cli.ts';
import { read, type startAtTerminal } from './drill.ts';

/** The records of the design that these tests work on. */
export function designs() {
  using history = new History(root);
  return history.list('design', 'rag-qa').map(({ data }) => data);
}

export function draft(key: string): string | undefined {
  using history = new History(root);
  return history.draft(key);
}

/** Leaves a room as if the person had gone at this time of the deep dive. */
export function leaveRoom(usedMs: { deepDive: number; at?: 'marking' }): void {
  using history = new History(root);
  const minute = 60_000;
  const plannedMs = { ...eachPhase(() => 5 * minute), 'high-level': 10 * minute };
  const state = {
    plannedMs: { ...plannedMs, 'deep-dive': 15 * minute },
    usedMs: { ...plannedMs, 'deep-dive': usedMs.deepDive, scaling: 0 },
    at: usedMs.at ?? 'deep-dive',
    probes: {},
    resumed: 0,
  };
  history.saveDraft('design-room/rag-qa', JSON.stringify(state));
  history.saveDraft('design/rag-qa-requirements', 'Who may see which document?');
}

/** What is on the screen, as words: where a line breaks depends on its width. */
export function words({ stdout }: ReturnType<typeof startAtTerminal>): () => string {
  const text = read(stdout);
  return () => text().replaceAll(/\s+/g, ' ');
}

export async function type(child: ReturnType<typeof startAtTerminal>, text: string): Promise<void> {
  child.stdin?.write(text);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
