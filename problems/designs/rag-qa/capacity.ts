// The arithmetic of the worked answer: node problems/designs/rag-qa/capacity.ts
// Prices are list prices read in November 2026; everything else that is given is an assumption.

const documents = 10_000;
const pagesPerDocument = 20;
const tokensPerPage = 650; // 500 words, 1.3 tokens each
const chunkTokens = 512;
const overlapTokens = 50;

const documentTokens = pagesPerDocument * tokensPerPage;
const stride = chunkTokens - overlapTokens;
const chunksPerDocument = 1 + Math.ceil((documentTokens - chunkTokens) / stride);
const chunks = documents * chunksPerDocument;
const embeddedTokens = documents * (documentTokens + (chunksPerDocument - 1) * overlapTokens);

const dimensions = 1536;
const vectorBytes = chunks * dimensions * 4;
const overhead = 1.5; // Qdrant's rule of thumb for graph, versions and temporary segments
const textBytes = chunks * chunkTokens * 4; // 4 characters a token
const readBytesPerSecond = 20e9; // memory bandwidth of one modest machine

const passages = 8;
const promptTokens = 300 + 30 + passages * chunkTokens; // instructions, question, passages
const answerTokens = 300;
const perMillion = {
  embedding: 0.02, // text-embedding-3-small
  guideSmall: { in: 0.4, out: 1.6 }, // GPT-4.1 mini
  guideHaiku: { in: 1, out: 5 }, // Claude Haiku 4.5
  newer: { in: 0.1, out: 0.5 }, // GPT-6 Luna; Claude Haiku 5.5 lists the same to 100,000 tokens
};

const questionsADay = 2_000 * 10; // people, questions each
const workingDays = 22;
const peakShare = 0.15; // of a day's questions in its busiest hour

const answerable = 160; // of 200 golden questions; recall is measured on these
const recall = 0.9;

const budgetMs = { groups: 20, embed: 60, search: 60, rerank: 200, rights: 20, firstToken: 800 };
const sentenceTokens = 25;
const checkMs = 100; // of one sentence against its passage
const tokensPerSecond = 80;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const giga = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;
const dollars = (value: number, digits: number): string =>
  `$${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
const costOf = (price: { in: number; out: number }, k = passages): number =>
  ((promptTokens - (passages - k) * chunkTokens) * price.in + answerTokens * price.out) / 1e6;
const firstTokenMs = Object.values(budgetMs).reduce((sum, ms) => sum + ms, 0);

const rows: [string, string][] = [
  ['pages', `${whole(documents)} x ${pagesPerDocument} = ${whole(documents * pagesPerDocument)}`],
  ['tokens', `${whole(documentTokens)} a document, ${whole((documents * documentTokens) / 1e6)} M`],
  [
    'chunks',
    `1 + ceil((${whole(documentTokens)} - ${chunkTokens}) / ${stride}) = ${chunksPerDocument} a document, ${whole(chunks)}`,
  ],
  [
    'embedding once',
    `${whole(embeddedTokens / 1e6)} M tokens, ${dollars((embeddedTokens * perMillion.embedding) / 1e6, 2)}`,
  ],
  ['vectors', `${whole(chunks)} x ${dimensions} x 4 bytes = ${giga(vectorBytes)}`],
  ['index in memory', `x ${overhead} = ${giga(vectorBytes * overhead)}`],
  ['with margin', `x 1.5 again for smaller chunks = ${giga(vectorBytes * overhead * 1.5)}`],
  ['vectors as int8', `${giga(vectorBytes / 4)}`],
  ['text beside them', `${giga(textBytes)}, on disk`],
  [
    'exact search',
    `reads ${giga(vectorBytes)} a query: ${whole((1000 * vectorBytes) / readBytesPerSecond)} ms at 20 GB/s`,
  ],
  [
    'load',
    `${whole(questionsADay)} a day, peak ${((questionsADay * peakShare) / 3600).toFixed(2)} a second`,
  ],
  ['prompt', `300 + 30 + ${passages} x ${chunkTokens} = ${whole(promptTokens)} tokens`],
  ...Object.entries({
    'GPT-4.1 mini': perMillion.guideSmall,
    'Claude Haiku 4.5': perMillion.guideHaiku,
    'GPT-6 Luna': perMillion.newer,
  }).map(([name, price]): [string, string] => [
    name,
    `${dollars(costOf(price), 4)} a question, ${dollars(costOf(price) * questionsADay * workingDays, 0)} a month of ${workingDays} days`,
  ]),
  ['passages', `${((100 * passages * chunkTokens) / promptTokens).toFixed(0)}% of the prompt`],
  [
    '4 instead of 8',
    `${whole(100 * (1 - costOf(perMillion.guideSmall, 4) / costOf(perMillion.guideSmall)))}% less a question (GPT-4.1 mini)`,
  ],
  ['to first token', `${Object.values(budgetMs).join(' + ')} = ${whole(firstTokenMs)} ms`],
  [
    'first sentence',
    `+ ${sentenceTokens} tokens at ${tokensPerSecond} a second + ${checkMs} = ${whole(firstTokenMs + (1000 * sentenceTokens) / tokensPerSecond + checkMs)} ms`,
  ],
  [
    'whole answer',
    `${answerTokens} tokens: ${(firstTokenMs / 1000 + answerTokens / tokensPerSecond + checkMs / 1000).toFixed(1)} s`,
  ],
  [
    'golden set',
    `${answerable} questions, recall ${recall}: +/- ${(1.96 * Math.sqrt((recall * (1 - recall)) / answerable)).toFixed(3)} (95%)`,
  ],
];

for (const [name, value] of rows) process.stdout.write(`${name.padEnd(18)}${value}\n`);
