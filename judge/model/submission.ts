/**
 * One source file handed in to be judged. Its text is read once, so that every process of a run
 * executes the same bytes even if the file is saved again meanwhile.
 */
export type Submission = { path: string; source: string };

/** A submission whose text may be still to come: all that does not need it can begin. */
export type Expected = { path: string; source: string | Promise<string> };
