import type { LaterEvent, Session, Stamp, Started } from '#judge/model/session.ts';

export const minuteMs = 60_000;

/** `ms` after the session of `session()` began, on one boot and with honest clocks. */
export function at(ms: number): Stamp {
  return { wallMs: 1_700_000_000_000 + ms, upMs: 5_000_000 + ms, boot: 'first' };
}

/** A session of twenty minutes. */
export function session(events: readonly LaterEvent[] = [], start: Partial<Started> = {}): Session {
  return {
    id: 'the-session',
    start: {
      kind: 'started',
      stamp: at(0),
      slug: 'double',
      mode: 'practice',
      minutes: 20,
      extraTime: 1,
      seed: 7,
      ...start,
    },
    events,
  };
}
