// Finds sentences that are lists of keywords. Speech, however terse, has small words that relate
// the others ("is", "to", "=", "because"); a pasted list has next to none.
import type { Word } from './words.ts';

const relating = new Set(
  `a an the this that these it its they their them you your i my we our he she one
  is are was were be been can could will would should may might must do does did has have had
  and or but nor if then than because since as while when where which who what how so not
  of in on at to for from by with equals over plus minus times power`.split(/\s+/),
);

/** Few small words in a sentence of this length, or none in a shorter enumeration, make a list. */
const wordsOfALongSentence = 16;
const shareOfSpeech = 0.12;
const wordsOfAList = 8;
const piecesOfAList = 4;

/** An enumeration with so many short pieces is a list, whatever it says between. */
const piecesOfALongList = 8;
const wordsOfAPiece = 2.5;

/** The sentences, by number, that only string keywords together. */
export function stuffedSentences(words: readonly Word[]): Set<number> {
  const bySentence = Map.groupBy(words, ({ sentence }) => sentence);
  return new Set([...bySentence].filter(([, own]) => isList(own)).map(([number]) => number));
}

function isList(words: readonly Word[]): boolean {
  if (words.length < wordsOfAList) return false;
  const share = words.filter(({ text }) => relating.has(text)).length / words.length;
  const pieces = new Set(words.map(({ clause }) => clause)).size;
  if (words.length >= wordsOfALongSentence && share < shareOfSpeech) return true;
  if (share === 0 && pieces >= piecesOfAList) return true;
  return pieces >= piecesOfALongList && words.length / pieces <= wordsOfAPiece;
}
