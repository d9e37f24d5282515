// Values as source text, to be read and to be pasted into a test.

const width = 76;

/**
 * The source text of a plain value, broken into lines like a formatter would. `undefined` for what
 * has no literal, and for what needs more than `maxChars`.
 */
export function literal(value: unknown, maxChars: number): string | undefined {
  const budget = { left: maxChars };
  try {
    return print(value, { indent: '', budget });
  } catch (error) {
    if (error === noLiteral) return undefined;
    throw error;
  }
}

/** A value to look at: whole where it is small, else the beginning of each list and text. */
export function excerpt(value: unknown): string {
  const whole = literal(value, 500);
  if (whole !== undefined) return whole;
  return literal(shorten(value, maxDepth), 20_000) ?? 'something too large to show';
}

const maxItems = 6;
const maxTextChars = 200;
const maxDepth = 5;

/** What stands for the part of a value that is left out. */
class Omitted {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function shorten(value: unknown, depth: number): unknown {
  if (typeof value === 'string' && value.length > maxTextChars)
    return new Omitted(`${printText(value.slice(0, maxTextChars))}... ${value.length} characters`);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set)
    return new Omitted(`a ${value.constructor.name}`);
  if (depth === 0) return new Omitted(Array.isArray(value) ? '[...]' : '{...}');
  const inner = (item: unknown): unknown => shorten(item, depth - 1);
  if (Array.isArray(value)) {
    const more = value.length - maxItems;
    const shown = value.slice(0, maxItems).map(inner);
    return more > 0 ? [...shown, new Omitted(`... ${more} more`)] : shown;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, 4 * maxItems).map(([key, item]) => [key, inner(item)]),
  );
}

const noLiteral = new Error('the value has no literal, or a longer one than allowed');

type Place = { indent: string; budget: { left: number } };

function print(value: unknown, place: Place): string {
  if (value instanceof Omitted) return spend(value.text, place);
  if (Array.isArray(value)) {
    const inner = { ...place, indent: `${place.indent}  ` };
    return bracket(
      Array.from(value, (item) => print(item, inner)),
      { ...place, open: '[', close: ']' },
    );
  }
  if (typeof value === 'object' && value !== null) return printObject(value, place);
  return spend(primitive(value), place);
}

function printObject(value: object, place: Place): string {
  if (value instanceof Date) {
    const time = Number.isNaN(value.getTime()) ? 'NaN' : JSON.stringify(value);
    return spend(`new Date(${time})`, place);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw noLiteral;
  const inner = { ...place, indent: `${place.indent}  ` };
  const entries = Object.entries(value).map(([key, item]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : printText(key);
    // `__proto__: x` would set the prototype.
    return `${key === '__proto__' ? '["__proto__"]' : name}: ${print(item, inner)}`;
  });
  return bracket(entries, { ...place, open: '{ ', close: ' }' });
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return printText(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value);
  throw noLiteral;
}

/** What cannot be seen, such as a combining accent, is written as its code: two texts that differ look so. */
function printText(text: string): string {
  return JSON.stringify(text).replace(/[\p{M}\p{Z}\p{C}]/gu, (character) =>
    character === ' '
      ? character
      : Array.from({ length: character.length }, (_, index) => {
          const code = character.charCodeAt(index).toString(16);
          return `\\u${code.padStart(4, '0')}`;
        }).join(''),
  );
}

function bracket(
  items: readonly string[],
  { indent, budget, open, close }: Place & { open: string; close: string },
): string {
  if (items.length === 0) return spend(`${open}${close}`.replaceAll(' ', ''), { indent, budget });
  spend(' '.repeat(2 * items.length), { indent, budget });
  const line = `${open}${items.join(', ')}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= width) return line;
  const inner = `${indent}  `;
  const isFlat = items.every((item) => item.length <= 12 && !item.includes('\n'));
  const lines = isFlat ? fill(items, width - inner.length) : items;
  return `${open.trim()}\n${lines.map((text) => `${inner}${text},\n`).join('')}${indent}${close.trim()}`;
}

/** Many short items, several a line. */
function fill(items: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const joined = `${lines.at(-1) ?? ''}, ${item}`;
    if (lines.length > 0 && joined.length < columns) lines[lines.length - 1] = joined;
    else lines.push(item);
  }
  return lines;
}

function spend(text: string, { budget }: Place): string {
  budget.left -= text.length;
  if (budget.left < 0) throw noLiteral;
  return text;
}
