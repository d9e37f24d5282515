// The arithmetic of the worked answer: node problems/designs/support-agent/capacity.ts
// Prices are list prices read in November 2026; everything else is an assumption.

const conversationsADay = 50_000;
const turns = 6; // of the customer
const callsATurn = 2; // choose a tool, then answer
const fixedTokens = 2_000; // instructions and tools, in front of every call
const tokensATurn = 400; // what a turn leaves in the history
const messageTokens = 100; // the customer's new message, in both calls
const toolTokens = 300; // a tool's result, in the second call
const outputTokens = 120; // of one call

const calls = turns * callsATurn;
const historyTokens = callsATurn * tokensATurn * ((turns * (turns - 1)) / 2);
const inputTokens =
  calls * fixedTokens + historyTokens + calls * messageTokens + turns * toolTokens;
const allOutputTokens = calls * outputTokens;
const fixedShare = (calls * fixedTokens) / inputTokens;

type Price = { in: number; cached: number; out: number };
const perMillion = {
  'GPT-4.1 mini': { in: 0.4, cached: 0.1, out: 1.6 },
  'Claude Sonnet 4.6': { in: 3, cached: 0.3, out: 15 },
  'GPT-6 Luna': { in: 0.1, cached: 0.01, out: 0.5 },
  'Claude Sonnet 5.5': { in: 2, cached: 0.1, out: 10 },
} satisfies Record<string, Price>;
const largeShare = 0.15; // of the conversations
/** Without a cache, or with the fixed prefix always read from it. */
const costOf = (price: Price, isCached: boolean): number => {
  const fixed = calls * fixedTokens;
  const prefix = fixed * (isCached ? price.cached : price.in);
  return (prefix + (inputTokens - fixed) * price.in + allOutputTokens * price.out) / 1e6;
};
const mix = ([small, large]: [Price, Price], isCached: boolean): number =>
  (1 - largeShare) * costOf(small, isCached) + largeShare * costOf(large, isCached);
const guidePair: [Price, Price] = [perMillion['GPT-4.1 mini'], perMillion['Claude Sonnet 4.6']];
const newerPair: [Price, Price] = [perMillion['GPT-6 Luna'], perMillion['Claude Sonnet 5.5']];
const mixed = (isCached: boolean): number => mix(guidePair, isCached);

const humanCost = 5; // of a contact
const resolved = 0.6;

const peakConversations = 0.12 * conversationsADay; // in the busiest hour
const callsASecond = (peakConversations * calls) / 3600;
const inputAMinute = callsASecond * 60 * (inputTokens / calls);
const minutesEach = 8;
const chatsAtOnce = 2; // that a person handles
const staffFor = (conversations: number): number =>
  (conversations * minutesEach) / 60 / chatsAtOnce;

const scenarios = 400;
const runsEach = 5;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const dollars = (value: number, digits: number): string =>
  `$${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;

const bound = (n: number, when: string): string =>
  `${((100 * 3) / n).toFixed(2)}% (${whole((conversationsADay * 3) / n)} a day) ${when}`;

const rows: [string, string][] = [
  ['calls', `${turns} turns x ${callsATurn} = ${calls} a conversation`],
  [
    'input',
    `${calls} x ${whole(fixedTokens)} + ${whole(historyTokens)} history + ${whole(calls * messageTokens)} messages`,
  ],
  ['', `+ ${whole(turns * toolTokens)} tool results = ${whole(inputTokens)} tokens`],
  ['output', `${calls} x ${outputTokens} = ${whole(allOutputTokens)} tokens`],
  ...Object.entries(perMillion).map(([name, price]): [string, string] => [
    name,
    `${dollars(costOf(price, false), 3)} a conversation, ${dollars(costOf(price, true), 3)} with a cached prefix`,
  ]),
  ['mixed', `85% small, 15% large: ${dollars(mixed(false), 3)}, cached ${dollars(mixed(true), 3)}`],
  [
    'newer pair',
    `${dollars(mix(newerPair, false), 3)}, cached ${dollars(mix(newerPair, true), 3)}`,
  ],
  ['fixed prefix', `${whole(100 * fixedShare)}% of the input`],
  [
    'a month',
    `${dollars(mixed(false) * conversationsADay * 30, 0)} for ${whole(conversationsADay * 30)} conversations`,
  ],
  [
    'human contact',
    `${dollars(humanCost, 2)}: ${dollars(humanCost * resolved * conversationsADay * 30, 0)} a month for the ${whole(100 * resolved)}% resolved`,
  ],
  [
    'peak hour',
    `${whole(peakConversations)} conversations, ${whole((peakConversations * minutesEach) / 60)} at once`,
  ],
  [
    'calls a second',
    `${whole(callsASecond)}, ${(inputAMinute / 1e6).toFixed(1)} M input tokens a minute`,
  ],
  [
    'staff, usual',
    `${whole(staffFor(peakConversations * (1 - resolved)))} at peak for the ${whole(100 * (1 - resolved))}% handed over`,
  ],
  ['staff, outage', `${whole(staffFor(peakConversations))} if all fell to people`],
  ['no violation', `in ${scenarios} scenarios x ${runsEach} runs, upper bound at 95% by 3 / n:`],
  ['', bound(scenarios * runsEach, 'if all runs are independent')],
  ['', bound(scenarios, 'if those of a scenario are one')],
];

for (const [name, value] of rows) process.stdout.write(`${name.padEnd(18)}${value}\n`);
