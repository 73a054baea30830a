/** A visitor made of files: the camera sees the photographs one after the other, the reader the impressions. */
import type { Frame, GreyImage } from '../../kernel/index.ts';
import { RoomError } from '../../kernel/index.ts';
import type { Visitor } from '../../simulator/index.ts';

export interface Photographs {
  readonly faces: readonly Frame[];
  /** None: nothing is laid on the reader. */
  readonly fingers: readonly GreyImage[];
  readonly direction: 'entry' | 'exit';
}

export function visitorOf({ faces, fingers, direction }: Photographs): Visitor {
  let looks = 0;
  return {
    key: 'photographs',
    person: '',
    direction,
    heads: 'lane',
    manner: { bodies: 1, answer: 'confirm', firstLook: 'well-placed', leaves: 'forward' },
    see: () => cycle(faces, looks++),
    touch: (attempt) => cycle(fingers, attempt),
  };
}

function cycle<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RoomError('FIELD_INVALID', 'There is no picture to show.');
  return item;
}
