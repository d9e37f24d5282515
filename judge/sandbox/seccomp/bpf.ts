// An assembler for the classic BPF programs that seccomp(2) runs on every system call.
// The instruction set is that of the kernel's Documentation/networking/filter.rst.

export type Line =
  /** Loads the 32-bit word of `struct seccomp_data` at `offset` into the accumulator. */
  | { op: 'load'; offset: number }
  /** Compares the accumulator; a branch without a label goes on with the next line. */
  | { op: 'jump'; when: Comparison; value: number; yes?: string; no?: string }
  | { op: 'label'; name: string }
  /** Ends the program with what the kernel is to do. */
  | { op: 'return'; action: number };

export type Comparison = keyof typeof comparisons;

const comparisons = { equal: 0x15, above: 0x25, atLeast: 0x35, hasAnyBit: 0x45 } as const;
const loadWord = 0x20;
const returnConstant = 0x06;
const instructionBytes = 8;
/** A jump goes forward only, and its distance is one byte. */
const farthestJump = 255;

/** The program as the array of `struct sock_filter` that the kernel takes (little-endian). */
export function assemble(lines: readonly Line[]): Buffer {
  const places = placeLabels(lines);
  const instructions = lines.filter((line) => line.op !== 'label');
  const program = Buffer.alloc(instructions.length * instructionBytes);
  for (const [index, line] of instructions.entries()) {
    const distanceTo = (label: string | undefined): number => distance(places, { index, label });
    const { code, yes, no, operand } = encode(line, distanceTo);
    program.writeUInt16LE(code, index * instructionBytes);
    program.writeUInt8(yes, index * instructionBytes + 2);
    program.writeUInt8(no, index * instructionBytes + 3);
    program.writeUInt32LE(operand, index * instructionBytes + 4);
  }
  return program;
}

/** The index of the instruction that follows each label. */
function placeLabels(lines: readonly Line[]): Map<string, number> {
  const places = new Map<string, number>();
  let index = 0;
  for (const line of lines) {
    if (line.op !== 'label') index += 1;
    else if (places.has(line.name)) throw new Error(`the label "${line.name}" stands twice`);
    else places.set(line.name, index);
  }
  return places;
}

function distance(
  places: ReadonlyMap<string, number>,
  { index, label }: { index: number; label: string | undefined },
): number {
  if (label === undefined) return 0;
  const place = places.get(label);
  if (place === undefined) throw new Error(`there is no label "${label}"`);
  const skipped = place - index - 1;
  if (skipped < 0 || skipped > farthestJump)
    throw new Error(`the jump to "${label}" skips ${skipped} instructions`);
  return skipped;
}

function encode(
  line: Exclude<Line, { op: 'label' }>,
  distanceTo: (label: string | undefined) => number,
): { code: number; yes: number; no: number; operand: number } {
  switch (line.op) {
    case 'load':
      return { code: loadWord, yes: 0, no: 0, operand: line.offset };
    case 'return':
      return { code: returnConstant, yes: 0, no: 0, operand: line.action };
    case 'jump':
      return {
        code: comparisons[line.when],
        yes: distanceTo(line.yes),
        no: distanceTo(line.no),
        operand: line.value,
      };
  }
}
