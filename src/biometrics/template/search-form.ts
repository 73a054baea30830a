/** The search form: int8 values of a gallery, rotated for its port. Rebuilt at every start, never stored. */
import { RoomError } from '../../kernel/index.ts';

/**
 * Scales by the largest value, so that all 8 bits are used whatever the model's spread; the gallery compares
 * directions and needs no common scale. Values lie in ±127.
 * @throws RoomError TEMPLATE_INVALID for a vector without a direction
 */
export function searchForm(
  features: Float32Array,
  rotate: (features: Float32Array) => Float32Array,
): Int8Array {
  const rotated = rotate(features);
  // Plain loops: a start makes a million of them. Not-a-number stays, once met.
  let largest = 0;
  for (let i = 0; i < rotated.length; i++) largest = Math.max(largest, Math.abs(rotated[i]!));
  if (!(largest > 0 && Number.isFinite(largest))) {
    throw new RoomError(
      'TEMPLATE_INVALID',
      'The features should have a direction: finite numbers, not all 0.',
    );
  }
  const search = new Int8Array(rotated.length);
  for (let i = 0; i < search.length; i++) search[i] = Math.round((rotated[i]! / largest) * 127);
  rotated.fill(0);
  return search;
}
