/** Finds a record by a value that is kept sealed. */
import { createHmac } from 'node:crypto';

/** Equal values, whatever their spacing and width, give equal bytes, which tell nothing without the key. */
export function blindIndex(key: Uint8Array, field: string, value: string): Buffer {
  const plain = value
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-()]/g, '');
  return createHmac('sha256', key).update(`${field}\0${plain}`).digest();
}
