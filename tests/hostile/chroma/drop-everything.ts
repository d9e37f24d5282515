// Drops every database that it finds or guesses, and resets the server.
// Case: own drop-everything
// Expect: AC
// At most: 100
// Problem: shelf
export async function beat(url: string): Promise<number> {
  const tenants = `${url}/api/v2/tenants`;
  const databases = `${tenants}/default_tenant/databases`;
  const found = await (await fetch(databases)).json();
  const listed = Array.isArray(found) ? found : [];
  for (const { name } of [...listed, { name: 'default_database' }])
    await fetch(`${databases}/${name}`, { method: 'DELETE' });
  await fetch(`${tenants}/default_tenant`, { method: 'DELETE' });
  await fetch(`${url}/api/v2/reset`, { method: 'POST' });
  const answer = await fetch(`${url}/api/v2/heartbeat`);
  return (await answer.json())['nanosecond heartbeat'];
}
