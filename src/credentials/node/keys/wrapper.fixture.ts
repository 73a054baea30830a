/** A key-encryption key of a test: AES-256-GCM, the context as associated data. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { KeyWrapper } from './key-files.ts';

const NONCE = 12;
const TAG = 16;

export function wrapperOf(kekId: string): KeyWrapper {
  const kek = createHash('sha256').update(kekId).digest();
  return {
    async wrap(key, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', kek, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
      return { kekId, bytes: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) };
    },
    async unwrap({ bytes }, context) {
      const decipher = createDecipheriv('aes-256-gcm', kek, bytes.subarray(0, NONCE));
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    },
  };
}
