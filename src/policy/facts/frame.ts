/**
 * The facts of one decision after reading: one slot per fact, days and instants as numbers, absent ones
 * undefined. A list fact holds one frame per item; an object fact holds `true` when present.
 */
export type Frame = unknown[];

/** The day that governs, as a number; every frame's first slot. */
export const THE_DAY = 0;
/** The instant that governs, in milliseconds, where the governing fact is one. */
export const THE_INSTANT = 1;
export const FIRST_FACT_SLOT = 2;

export const NO_ITEM: Frame = [];

/**
 * The engine's one copy of a text. Texts cut out of a file are copies of their own, which a look-up has to compare letter by
 * letter; property names and short JSON values are shared already, so that the same text is then found by its address.
 */
export const shared = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;
