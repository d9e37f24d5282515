// Grows the memory of WebAssembly, which the limit of JavaScript's heap does not count.
// Case: 67 native-addon
// Expect: MLE, RTE
// At most: 0
const memories: WebAssembly.Memory[] = [];
export function double(): void {
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 1000, maximum: 1000 });
    new Uint8Array(memory.buffer).fill(1);
    memories.push(memory);
  }
}
