// The arithmetic of the worked answer: node problems/designs/recommender/capacity.ts
// The users, the products and the 100 ms are given; everything else is an assumption.

const users = 10_000_000;
const products = 1_000_000;

const dimensions = 128;
const links = 16; // M of HNSW; FAISS counts d x 4 + M x 2 x 4 bytes a vector
const vectorBytes = dimensions * 4;
const indexBytes = products * (vectorBytes + links * 2 * 4);

const dailyUsers = 0.2 * users;
const requestsADay = dailyUsers * 10;
const meanQps = requestsADay / 86_400;
const peakQps = meanQps * 3;

const candidates = 500;
const shown = 20;
const trees = 500;
const depth = 6;
const nodeNs = 5; // one step down a tree, from cache
const rankMs = (candidates * trees * depth * nodeNs) / 1e6;
const rankCores = (peakQps * rankMs) / 1000;

const itemFeatureBytes = products * 100 * 4;
const userFeatureBytes = users * 200 * 4;
const lastTenBytes = users * 10 * 24; // product, time and kind of an interaction
const impressionBytes = 40 + 80 * 2; // ids, position, version; 80 features at two bytes

const budgetMs = {
  network: 10,
  userFeatures: 10,
  candidates: 20, // sources in parallel
  itemFeatures: 15,
  ranking: 20,
  listRules: 5,
  reserve: 20,
};

const conversion = 0.03; // of a user within the two weeks of the test
const activeInTest = 5_000_000;
const armShare = 0.05;
const perArm = armShare * activeInTest;
const variance = conversion * (1 - conversion);
/** Users in each arm for a relative effect, at 5% significance and 80% power. */
const needed = (relative: number): number => (16 * variance) / (relative * conversion) ** 2;
/** The relative effect that two arms can show. */
const visible = (treated: number, control: number): number =>
  Math.sqrt(8 * variance * (1 / treated + 1 / control)) / conversion;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const giga = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const sum = (parts: Record<string, number>): number =>
  Object.values(parts).reduce((all, one) => all + one, 0);

const rows: [string, string][] = [
  [
    'product vectors',
    `${whole(products)} x ${dimensions} x 4 bytes = ${giga(products * vectorBytes)}`,
  ],
  [
    'HNSW index',
    `(${vectorBytes} + ${links} x 2 x 4) bytes each = ${giga(indexBytes)}, in every replica`,
  ],
  ['user vectors', `${giga(users * vectorBytes)} if stored; computed on request instead`],
  ['user features', `200 numbers each = ${giga(userFeatureBytes)}`],
  ['last 10 each', `${whole(users)} x 240 bytes = ${giga(lastTenBytes)}`],
  ['product features', `100 numbers each = ${giga(itemFeatureBytes)}`],
  ['requests', `${whole(dailyUsers)} users x 10 = ${whole(requestsADay)} a day`],
  ['a second', `${whole(meanQps)} on average, ${whole(peakQps)} at peak (x 3)`],
  [
    'scored at peak',
    `${whole(peakQps)} x ${candidates} = ${whole(peakQps * candidates)} products a second`,
  ],
  [
    'ranking one',
    `${candidates} x ${trees} trees x ${depth} x ${nodeNs} ns = ${rankMs.toFixed(1)} ms of one core`,
  ],
  [
    'cores for it',
    `${rankCores.toFixed(1)} at peak; ${whole(Math.ceil(rankCores * 2))} at half load`,
  ],
  [
    'impressions',
    `${whole(requestsADay)} x ${shown} x ${impressionBytes} bytes = ${whole((requestsADay * shown * impressionBytes) / 1e9)} GB a day`,
  ],
  ['100 ms', `${Object.values(budgetMs).join(' + ')} = ${sum(budgetMs)}`],
  ['', 'network, user, candidates, features, ranking, rules, reserve'],
  ['A/B at 5%', `${whole(perArm)} users an arm in two weeks`],
  ['', `shows +${percent(visible(perArm, perArm))} against another 5%,`],
  ['', `+${percent(visible(perArm, activeInTest - perArm))} against all the rest`],
  [
    'to see +2%',
    `${whole(needed(0.02))} users an arm: ${whole((100 * needed(0.02)) / activeInTest)}% of traffic each`,
  ],
];

for (const [name, value] of rows) process.stdout.write(`${name.padEnd(18)}${value}\n`);
