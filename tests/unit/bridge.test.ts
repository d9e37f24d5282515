import { describe, expect, test } from 'vitest';
import { isOpen } from '#judge/services/bridge.ts';

const own = '/api/v2/tenants/default_tenant/databases/run-1';

describe('the way to Chroma is open', () => {
  test.each([
    ['GET', '/api/v2/heartbeat'],
    ['GET', '/api/v2/version'],
    ['GET', '/api/v2/auth/identity'],
    ['GET', '/api/v2/tenants/default_tenant'],
    ['GET', own],
    ['GET', `${own}/collections?limit=10&offset=0`],
    ['POST', `${own}/collections`],
    ['POST', `${own}/collections/4b5e/query`],
    ['DELETE', `${own}/collections/notes%20of%20mine`],
  ])('for %s %s', (method, url) => expect(isOpen({ method, url }, 'run-1')).toBe(true));
});

describe('the way to Chroma is closed', () => {
  test.each([
    ['POST', '/api/v2/reset'],
    ['GET', '/api/v2/tenants/default_tenant/databases'],
    ['POST', '/api/v2/tenants/default_tenant/databases'],
    ['POST', '/api/v2/tenants'],
    ['DELETE', own],
    ['GET', `${own}0`],
    ['DELETE', '/api/v2/tenants/default_tenant/databases/run-10'],
    ['GET', '/api/v2/tenants/default_tenant/databases/other/collections'],
    ['GET', '/api/v2/tenants/other/databases/run-1/collections'],
    ['DELETE', `${own}/../other`],
    ['DELETE', `${own}/..`],
    ['DELETE', `${own}/%2e%2e/other`],
    ['DELETE', `${own}/%252e%252e/other`],
    ['DELETE', `${own}/..%2Fother`],
    ['DELETE', `${own}/..\\other`],
    ['DELETE', `${own}//../other`],
    ['GET', `http://127.0.0.1:8000${own}`],
    ['GET', '/docs'],
    ['POST', '/api/v1/reset'],
    ['CONNECT', '127.0.0.1:22'],
  ])('for %s %s', (method, url) => expect(isOpen({ method, url }, 'run-1')).toBe(false));
});
