/** A visitor made of files: the camera sees the photographs one after the other, the reader the impressions. */
import type { Frame, GreyImage } from '../../kernel/index.ts';
import { RoomError } from '../../kernel/index.ts';
import type { Visitor } from '../../simulator/index.ts';

export interface Photographs {
  readonly faces: readonly Frame[];
  /** By position. None: nothing is laid on the reader. */
  readonly fingers: ReadonlyMap<string, readonly GreyImage[]>;
  readonly direction: 'entry' | 'exit';
}

const [width, height] = [300, 400];
const EMPTY_GLASS: GreyImage = { width, height, dpi: 500, data: new Uint8Array(width * height).fill(255) };

export function visitorOf({ faces, fingers, direction }: Photographs): Visitor {
  let looks = 0;
  return {
    key: 'photographs',
    person: '',
    direction,
    heads: 'lane',
    manner: { bodies: 1, answer: 'confirm', firstLook: 'well-placed', leaves: 'forward' },
    see: () => cycle(faces, looks++),
    touch: (attempt, asked) => touchOf(fingers, attempt, asked),
  };
}

/** A finger that there is no picture of is not laid down; asked for any, they take turns. */
function touchOf(fingers: Photographs['fingers'], attempt: number, asked: string | undefined): GreyImage {
  if (asked === undefined) return cycle([...fingers.values()].flat(), attempt);
  const pictures = fingers.get(asked) ?? [];
  return pictures.length > 0 ? cycle(pictures, attempt) : EMPTY_GLASS;
}

function cycle<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RoomError('FIELD_INVALID', 'There is no picture to show.');
  return item;
}
