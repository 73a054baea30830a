/** One letter of the requirements. Titles are in own words, at most eight; they remind, they do not define. */
export interface Group {
  /** One capital letter; the ids of the group are the letter, a hyphen and two digits. */
  readonly letter: string;
  readonly title: string;
  /** By id, in rising order and without a gap. */
  readonly requirements: Readonly<Record<string, string>>;
}
