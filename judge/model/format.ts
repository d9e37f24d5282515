/** What a report can be printed as. All but `text` are read by programs. */
export const formats = ['text', 'json', 'junit', 'github', 'gradescope', 'exercism', 'md'] as const;

export type Format = (typeof formats)[number];
