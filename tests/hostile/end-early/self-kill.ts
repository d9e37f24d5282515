// Kills itself.
// Case: 4 self-kill
// Expect: RTE
// At most: 0
export function double(): void {
  process.kill(process.pid, 'SIGKILL');
}
