/** Where the key-encryption key lives: a folder here, a key service or a security module elsewhere. */

export interface WrappedKey {
  readonly kekId: string;
  readonly bytes: Uint8Array;
}

/** `context` binds a wrapped key to its person and purpose: another person's row does not open with it. */
export interface KeyProvider {
  /** The key that new wraps use. */
  currentKeyId(): string;
  wrap(key: Uint8Array, context: string): Promise<WrappedKey>;
  /** Throws KEYS_MISSING when the key is not here, TEMPLATE_TAMPERED when the bytes are not what was wrapped. */
  unwrap(wrapped: WrappedKey, context: string): Promise<Uint8Array>;
  /** Makes a new current key; older ones stay until retired. Returns the new id. */
  rotate(): Promise<string>;
  /** Destroys an old key: what is still wrapped by it, in backups too, is unreadable from then on (R18). */
  retire(kekId: string): Promise<void>;
  /** Key of the blind indexes; never rotated, since every index would have to be computed anew. */
  indexKey(): Uint8Array;
}
