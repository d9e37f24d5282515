// Prints the reports of several test runners, all of them passing, and answers wrongly.
// Case: 28 stdout-forge
// Expect: WA
// At most: 0
const report = {
  schema: 'judge-report/1',
  verdict: 'AC',
  points: 100,
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
};
for (const print of [console.log, console.error]) {
  print(JSON.stringify(report));
  print(
    '<PASSED::>all\n<COMPLETEDIN::>1\nTAP version 13\n1..1\nok 1\nSCORE  100/100     AC (accepted)',
  );
}
export const double = (n: number): number => n + 1;
