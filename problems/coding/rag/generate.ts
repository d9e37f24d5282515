// Hidden documents and questions of the RAG problem, from the run's seed, and what follows from them.
// Also visible: 'password', 'delivery', 'warranty', 'vacation', 'security' (names of topics)
import type { Random } from '#judge/suite/api.ts';
import type { Chunk, Doc } from '../../../solutions/rag/accepted/reference.ts';

export type { Chunk, Doc };

type Topic = { name: string; sentences: readonly string[]; questions: readonly string[] };

/** Questions share no content word with their topic's sentences: only meaning finds them. */
const topics: readonly Topic[] = [
  {
    name: 'refund',
    sentences: [
      'Refunds are paid to the account that was charged.',
      'A refund takes five working days after we have approved it.',
      'Returned goods must be complete for the full amount to be repaid.',
      'Fees for express handling are not refunded.',
      'Partial refunds are possible for unused months.',
      'The refund form asks for the order number and a reason.',
    ],
    questions: ['How do I get my money back?', 'Can you give me back what I spent?'],
  },
  {
    name: 'password',
    sentences: [
      'Reset the password from the sign-in page.',
      'A new password needs twelve characters and a digit.',
      'After five wrong passwords the account is locked for an hour.',
      'Two-step login sends a code to the phone.',
      'Passwords are never sent by email.',
      'Administrators can unlock a login for their users.',
    ],
    questions: [
      'I forgot my secret credentials and cannot authenticate',
      'Access to my profile is blocked',
    ],
  },
  {
    name: 'delivery',
    sentences: [
      'Parcels are delivered between eight and six.',
      'The courier calls the number on the label before delivery.',
      'Shipping to islands takes two days longer.',
      'A missed delivery is tried again on the next working day.',
      'The tracking page shows where the parcel is.',
      'Delivery to a neighbour needs consent in advance.',
    ],
    questions: ['When will my package arrive?', 'Where is the shipment I ordered?'],
  },
  {
    name: 'battery',
    sentences: [
      'Charge the battery with the charger from the box.',
      'A battery keeps four fifths of its capacity after five hundred cycles.',
      'Cold weather shortens the range of the battery.',
      'Store batteries half charged in a dry room.',
      'A blinking red light means that the cell is too warm.',
      'Batteries are swapped at every partner shop.',
    ],
    questions: ['How much electric power is left?', 'My accumulator runs out of energy too fast'],
  },
  {
    name: 'invoice',
    sentences: [
      'Invoices are issued on the first day of the month.',
      'Every invoice can be downloaded as a document.',
      'The tax number of a company is printed on its invoices.',
      'Unpaid invoices are followed by a reminder after two weeks.',
      'The billing address can be changed before the invoice date.',
      'Invoices for shared plans name every member.',
    ],
    questions: ['I need the bill for my accountant', 'Where is the receipt of the payment?'],
  },
  {
    name: 'warranty',
    sentences: [
      'The warranty covers defects of material and workmanship.',
      'Worn tyres and brake pads are not covered by the warranty.',
      'Warranty claims need photos of the defect.',
      'The warranty moves to the next owner with the papers.',
      'Opening the motor ends the warranty.',
      'Approved claims are handled in our own workshop.',
    ],
    questions: [
      'Who pays for the repair when a part breaks?',
      'It is faulty, will you fix it for free?',
    ],
  },
  {
    name: 'vacation',
    sentences: [
      'Staff have twenty-eight days of annual leave.',
      'Leave is requested two weeks ahead in the calendar.',
      'Unused leave lapses at the end of March.',
      'Public days off do not count as leave.',
      'Sick days during leave are given back.',
      'Managers answer requests for leave within three days.',
    ],
    questions: ['How long may my summer holiday be?', 'I want to take a break from work in July'],
  },
  {
    name: 'security',
    sentences: [
      'Lock the laptop when you leave the desk.',
      'Report a stolen laptop to the security desk at once.',
      'Updates of the system are installed within a week.',
      'Disks of company laptops are encrypted.',
      'Visitors wear a badge in every building.',
      'Suspicious mail goes to the security team.',
    ],
    questions: ['Hackers attacked my computer', 'Somebody tried phishing on me'],
  },
];

/** Documents of 20 to 90 words, every topic in turn, with the white space of an export. */
export function makeDocs(random: Random, count: number): Doc[] {
  return Array.from({ length: count }, (_, index) => {
    const topic = topics[index % topics.length];
    if (topic === undefined) throw new RangeError('no topic');
    const sentences = random.shuffle(topic.sentences).slice(0, random.int(3, 6));
    return {
      id: `${topic.name}-${index}`,
      title: `${topic.name} ${random.int(100, 999)}`,
      text: typed([...sentences, `Note ${random.int(1000, 9999)} of this page.`].join(' '), random),
      metadata: {
        topic: topic.name,
        year: 2020 + (index % 5),
        lang: index % 3 === 0 ? 'de' : 'en',
      },
    };
  });
}

/** One question of every topic. */
export function makeQuestions(random: Random): string[] {
  return topics.map(({ questions }) => random.pick(questions));
}

function typed(text: string, random: Random): string {
  const gaps = [' ', ' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t'];
  const body = text.replace(/ /g, () => random.pick(gaps));
  return `${random.pick(['', ' ', '\n'])}${body}${random.pick(['', ' ', '\n'])}`;
}

/** A text of `words` words of several lengths, between them white space of every kind. */
export function makeText(random: Random, words: number): string {
  const word = (): string =>
    random.pick(['a', 'is', 'red', 'moon', 'über', 'x-1', '“ok”', 'naïve,']);
  const gap = (): string => random.pick([' ', '  ', '\n', '\t', ' \n ', '\u00a0']);
  const text = Array.from({ length: words }, () => word() + gap()).join('');
  return random.pick(['', ' ', '\n']) + (random.float() < 0.5 ? text.trimEnd() : text);
}

/** The windows that clarification 1 describes. */
export function expectedChunks(
  doc: Doc,
  { size, overlap }: { size: number; overlap: number },
): Chunk[] {
  const words = [...doc.text.matchAll(/\S+/g)];
  const step = size - overlap;
  const count = words.length === 0 ? 0 : 1 + Math.ceil(Math.max(0, words.length - size) / step);
  return Array.from({ length: count }, (_, index) => {
    const first = words[index * step];
    const last = words[Math.min(index * step + size, words.length) - 1];
    if (first === undefined || last === undefined) throw new RangeError('a window without words');
    const [start, end] = [first.index, last.index + last[0].length];
    return {
      id: `${doc.id}#${index}`,
      docId: doc.id,
      index,
      start,
      end,
      text: doc.text.slice(start, end),
    };
  });
}

/** Of normalised vectors. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
