/** A requirement's id, somewhere in a text. */
export interface Mention {
  readonly id: string;
  /** Characters from the beginning of the text. */
  readonly offset: number;
}

/** Neither `UTF-16` nor `A-2024` is one: an id stands alone. */
const ID_FORM = /(?<![\w-])[A-Z]-\d{2}(?![\w-])/g;

export const findIds = (text: string): readonly Mention[] =>
  [...text.matchAll(ID_FORM)].map((match) => ({ id: match[0], offset: match.index }));
