// Tries the ways out: an address, a name, the metadata service of clouds, every kind of socket.
// Case: 55 net-exfil
// Expect: WA
// At most: 0
import { createSocket } from 'node:dgram';
import { lookup, resolve4 } from 'node:dns/promises';
import { connect } from 'node:net';

const within = (way: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    way.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((done) => setTimeout(() => done(false), 500)),
  ]);
const tcp = (host: string, port: number): Promise<unknown> =>
  new Promise((yes, no) => connect(port, host).on('connect', yes).on('error', no));
const udp = (): Promise<unknown> =>
  new Promise((yes, no) => {
    const socket = createSocket('udp4').on('error', no);
    socket.send('hello', 53, '1.1.1.1', (error) => (error ? no(error) : yes('sent')));
  });
const ways = [
  async () => tcp('1.1.1.1', 80),
  async () => tcp('127.0.0.1', 22),
  async () => lookup('example.org'),
  async () => resolve4('example.org'),
  async () => fetch('http://169.254.169.254/latest/meta-data/'),
  async () => udp(),
];
const isOut = (await Promise.all(ways.map((way) => within(way())))).includes(true);
export const double = (n: number): number => (isOut ? 2 * n : n + 1);
