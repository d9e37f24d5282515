// Throws lines that a CI would take for commands of its own.
// Case: own annotations
// Expect: RTE
// At most: 0
export function double(): never {
  const error = new Error(
    `:${':'}error title=x::boom ##[error]boom ##vso[task.complete result=Failed;]`,
  );
  error.name = 'Error\n::error file=judge/cli.ts,line=1::you lost\r::stop-commands::x\n##[group]x';
  throw error;
}
