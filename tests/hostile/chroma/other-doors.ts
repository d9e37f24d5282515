// Looks for more than the service through the way that leads to it.
// Case: own other-doors
// Expect: WA
// At most: 0
// Problem: shelf
const canReach = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(500), redirect: 'follow' });
    return true;
  } catch {
    return false;
  }
};

export async function beat(url: string): Promise<number> {
  const { port } = new URL(url);
  const doors = [22, 80, 443, 3000, 5432, Number(port) + 1].map(
    (door) => `http://127.0.0.1:${door}`,
  );
  const others = [
    'http://169.254.169.254/',
    'http://1.1.1.1/',
    'http://localhost:9/',
    'http://[::1]:80/',
  ];
  const reached = await Promise.all([...doors, ...others].map(canReach));
  return reached.includes(true) ? 1 : -1;
}
