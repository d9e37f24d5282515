/** Some owners of processes that work side by side; each does one thing at a time. */
export type Pool<Resource> = AsyncDisposable & {
  /** Results in the order of `tasks`. The first failure ends it and is thrown. */
  each<Task, Result>(
    tasks: readonly Task[],
    work: (task: Task, resource: Resource) => Promise<Result>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Result[]>;
};

/** Opens up to `size` resources, each when it is first needed. */
export function openPool<Resource extends AsyncDisposable>(
  open: () => Promise<Resource>,
  size: number,
): Pool<Resource> {
  const opened: Promise<Resource>[] = [];
  return {
    async each(tasks, work, onProgress) {
      const results = new Map<number, Awaited<ReturnType<typeof work>>>();
      let next = 0;
      const worker = async (index: number): Promise<void> => {
        opened[index] ??= open();
        const resource = await opened[index];
        for (let task = next++; task < tasks.length; task = next++) {
          const given = tasks[task];
          if (given === undefined) continue;
          results.set(task, await work(given, resource));
          onProgress?.(results.size, tasks.length);
        }
      };
      const workers = Math.min(size, tasks.length);
      await Promise.all(Array.from({ length: workers }, (_, index) => worker(index)));
      return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
    },
    async [Symbol.asyncDispose]() {
      const all = await Promise.allSettled(opened);
      await Promise.all(
        all.map(async (one) => {
          if (one.status === 'fulfilled') await one.value[Symbol.asyncDispose]();
        }),
      );
    },
  };
}
