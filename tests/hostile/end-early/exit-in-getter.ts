// Exits while its answer is being written down.
// Case: 19 exit-in-getter
// Expect: RTE
// At most: 0
const answer = {
  get value(): number {
    return process.exit(0);
  },
};
export const double = (): typeof answer => answer;
