/** What a look at one part of the machine came to. */
export type Finding = {
  name: string;
  /** `warn`: judging works, something is weaker or missing. `fail`: this part does not work. */
  state: 'ok' | 'warn' | 'fail';
  /** What is there. */
  says: string;
  /** What to do about it. */
  todo?: string;
};
