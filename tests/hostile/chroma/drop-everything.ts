// Drops every database and collection that it finds, and resets the server.
// Case: own drop-everything
// Expect: AC, JE
// At most: 100
// Problem: shelf
export async function beat(url: string): Promise<number> {
  const tenants = `${url}/api/v2/tenants`;
  const databases = `${tenants}/default_tenant/databases`;
  const found = await (await fetch(databases)).json();
  for (const { name } of found) await fetch(`${databases}/${name}`, { method: 'DELETE' });
  await fetch(`${tenants}/default_tenant`, { method: 'DELETE' });
  await fetch(`${url}/api/v2/reset`, { method: 'POST' });
  const answer = await fetch(`${url}/api/v2/heartbeat`);
  return (await answer.json())['nanosecond heartbeat'];
}
