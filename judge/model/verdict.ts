/** Every verdict, in decision order: of several facts about a run, the first in this list decides. */
export const verdicts = ['JE', 'CE', 'TLE', 'MLE', 'OLE', 'RTE', 'WA', 'AC'] as const;

export type Verdict = (typeof verdicts)[number];

/** A verdict that is the candidate's fault. */
export type FaultVerdict = Exclude<Verdict, 'JE' | 'AC'>;

export const verdictMeanings: Record<Verdict, string> = {
  JE: 'judge error: the judge failed, not you',
  CE: 'does not load',
  TLE: 'time limit exceeded',
  MLE: 'memory limit exceeded',
  OLE: 'output limit exceeded',
  RTE: 'run-time error',
  WA: 'wrong answer',
  AC: 'accepted',
};

/** The verdict that decides among several. Nothing known is JE: there is no default that accepts. */
export function decide(facts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => facts.includes(verdict)) ?? 'JE';
}

/** A submission that fails a critical subtask scores at most this. */
export const criticalCap = 79;
