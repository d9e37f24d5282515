// Speaks nonsense to the server, at length and over a hundred lines at once.
// Case: own garbage
// Expect: AC, JE, RTE
// At most: 100
// Problem: shelf
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

export async function beat(url: string): Promise<number> {
  const port = Number(new URL(url).port);
  for (let line = 0; line < 100; line += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(
      line % 2 === 0
        ? randomBytes(100_000)
        : 'POST /api/v2/x HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n',
    );
  }
  const body = `{"name":${'['.repeat(200_000)}`;
  await fetch(`${url}/api/v2/tenants`, { method: 'POST', body }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = await fetch(`${url}/api/v2/heartbeat`);
  return (await answer.json())['nanosecond heartbeat'];
}
