// Looks for the note; it is right only if it finds it.
// Case: 48 tmp-carry
// Expect: WA
// At most: 0
// Problem: shelf
export async function beat(url: string): Promise<number> {
  const tenant = await fetch(`${url}/api/v2/tenants/hostile-note`);
  const database = await fetch(`${url}/api/v2/tenants/default_tenant/databases/hostile-note`);
  return tenant.ok || database.ok ? 1 : -1;
}
