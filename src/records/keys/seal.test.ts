import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey, seal, unseal } from './seal.ts';

const context = {
  record: 'template',
  id: 'B-1',
  person: 'T-1',
  purpose: 'border-inspection',
  modality: 'face',
  model: 'm1',
};
const tampered = expect.objectContaining({ code: 'TEMPLATE_TAMPERED' });

describe('seal', () => {
  it('R16 opens to the same bytes with the same key and context', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2048 }), (plain) => {
        const key = newKey();
        expect([...unseal(key, seal(key, plain, context), context)]).toEqual([...plain]);
      }),
    );
  });

  it('T4 refuses the flip of any bit of any byte', () => {
    const key = newKey();
    const sealed = seal(key, new Uint8Array(256).fill(7), context);
    for (let at = 0; at < sealed.length; at++) {
      for (const bit of [1, 128]) {
        const changed = Buffer.from(sealed);
        changed[at] = changed[at]! ^ bit;
        expect(() => unseal(key, changed, context), `byte ${at}`).toThrow(tampered);
      }
    }
  });

  it('T4 refuses a record cut short or made longer', () => {
    const key = newKey();
    const sealed = seal(key, new Uint8Array(16), context);
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, sealed.subarray(0, length), context)).toThrow(tampered);
    }
    expect(() => unseal(key, Buffer.concat([sealed, Buffer.of(0)]), context)).toThrow(tampered);
  });

  it.each(Object.keys(context))('R16 refuses another %s, and a context without it', (field) => {
    const key = newKey();
    const sealed = seal(key, new Uint8Array(16), context);
    expect(() => unseal(key, sealed, { ...context, [field]: 'other' })).toThrow(tampered);
    const { [field as 'id']: _, ...without } = context;
    expect(() => unseal(key, sealed, without)).toThrow(tampered);
  });

  it('refuses another key, and never seals the same twice alike', () => {
    const key = newKey();
    const plain = new Uint8Array(16);
    expect(() => unseal(newKey(), seal(key, plain, context), context)).toThrow(tampered);
    expect(seal(key, plain, context).equals(seal(key, plain, context))).toBe(false);
  });
});
