// Stores a note in the server for the next run.
// Case: 48 tmp-carry
// Expect: AC
// At most: 100
// Problem: shelf
export async function beat(url: string): Promise<number> {
  const body = JSON.stringify({ name: 'hostile-note' });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/v2/tenants`, { method: 'POST', headers, body });
  await fetch(`${url}/api/v2/tenants/default_tenant/databases`, { method: 'POST', headers, body });
  const answer = await fetch(`${url}/api/v2/heartbeat`);
  return (await answer.json())['nanosecond heartbeat'];
}
