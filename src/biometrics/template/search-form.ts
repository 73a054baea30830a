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
  const largest = rotated.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0 && Number.isFinite(largest))) {
    throw new RoomError(
      'TEMPLATE_INVALID',
      'The features should have a direction: finite numbers, not all 0.',
    );
  }
  const search = Int8Array.from(rotated, (value) => Math.round((value / largest) * 127));
  rotated.fill(0);
  return search;
}
