/** Finger position codes of ISO/IEC 19794-2:2005 table 2 (the same in ANSI INCITS 378-2004 and ISO/IEC 19794-2:2011). */
const FINGER_POSITION_CODES = {
  'right-thumb': 1,
  'right-index': 2,
  'right-middle': 3,
  'right-ring': 4,
  'right-little': 5,
  'left-thumb': 6,
  'left-index': 7,
  'left-middle': 8,
  'left-ring': 9,
  'left-little': 10,
} as const;

export type FingerPosition = keyof typeof FINGER_POSITION_CODES;

export const FINGER_POSITIONS = Object.keys(FINGER_POSITION_CODES) as readonly FingerPosition[];

/** The position of a code; undefined for 0 (unknown finger) and for codes that are not one finger. */
export function fingerPositionOf(code: number): FingerPosition | undefined {
  return FINGER_POSITIONS.find((position) => FINGER_POSITION_CODES[position] === code);
}

/** Code 0 of the standards says that the finger is not known. */
export function codeOfFinger(position: FingerPosition | undefined): number {
  return position === undefined ? 0 : FINGER_POSITION_CODES[position];
}
