// Asks for the memory in one lump, between two looks of the judge.
// Case: own buffer-lump
// Expect: MLE
// At most: 0
const kept: Buffer[] = [];
export function double(): number {
  for (let lump = 0; lump < 8; lump += 1) kept.push(Buffer.alloc(1_000_000_000, 1));
  return kept.length;
}
