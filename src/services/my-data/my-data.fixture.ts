/** A register of two people in memory, for the tests of "my data" and of the crossing records. */
import { type Day, instantOf, ManualClock } from '../../kernel/index.ts';
import { compileRules, type Law } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import type { Crossing } from '../crossing-records/search.ts';
import type { Modality } from '../enrolment/consent-texts.ts';
import type { Asking, GivenConsent, KnownPerson, MyDataParts } from './parts.ts';

export const ME: Asking = { account: 'U-1', traveller: 'T-1' };

let loaded: Law | undefined;
const theLaw = (): Law => {
  loaded ??= compileRules(loadRules(new URL('../../../rules', import.meta.url).pathname));
  return loaded;
};

const person = (id: string, name: string, birthDate: string): KnownPerson => ({
  id,
  category: 'hkmo',
  names: { 'zh-Hant': name },
  birthDate: birthDate as Day,
  addedAt: instantOf(0),
  documents: [
    {
      id: `D-${id}`,
      type: 'HRP',
      number: `H1234567${id.at(-1)}`,
      expires: '2030-12-31' as Day,
      endorsements: [],
    },
  ],
});

function factsOf(
  { category, birthDate, documents }: ReturnType<typeof person>,
  inForce: (modality: Modality) => boolean,
) {
  const [document] = documents;
  return {
    person: { category, birthDate },
    document: document && { type: document.type, expires: document.expires },
    endorsements: [],
    consent: { face: inForce('face'), fingerprint: inForce('fingerprint') },
    biometricsOnFile: inForce('face') && inForce('fingerprint'),
  };
}

/** `T-1` has given both consents, `T-2` is the child. */
export function testRegister(at: string, crossings: readonly Crossing[] = []) {
  const clock = new ManualClock(instantOf(Date.parse(at)));
  const law = theLaw();
  const people = new Map([
    ['T-1', person('T-1', '陳大文', '1990-06-15')],
    ['T-2', person('T-2', '陳小文', '2015-06-15')],
  ]);
  const consents: GivenConsent[] = (['face', 'fingerprint'] as const).map((modality) => ({
    id: `S-${modality}`,
    purpose: 'border-inspection',
    modality,
    textVersion: `${modality}/2025-11-05`,
    language: 'en',
    givenAt: clock.now(),
  }));
  const leaves: string[] = [];
  const note = (leaf: object) =>
    void leaves.push(
      JSON.stringify({ id: `A-${leaves.length + 1}`, ts: '2026-11-22T10:00:00.000+08:00', ...leaf }),
    );
  const inForce = (modality: Modality) =>
    consents.some((one) => one.modality === modality && one.withdrawnAt === undefined);
  const parts: MyDataParts = {
    clock,
    law,
    port: 'szb',
    register: {
      get: async (id, by) => {
        note({ action: 'traveller-read', ...by });
        const found = people.get(id);
        if (!found) throw new Error(`no ${id}`);
        return found;
      },
      guardiansOf: async (ward) => (ward === 'T-2' ? ['T-1'] : []),
      wardsOf: async (guardian) => (guardian === 'T-1' ? ['T-2'] : []),
    },
    facts: async (traveller) => factsOf(people.get(traveller) ?? person('', '', '1990-01-01'), inForce),
    consents: {
      of: async () => consents,
      withdraw: async (_, by, modality) => {
        const index = consents.findIndex((one) => one.modality === modality && inForce(modality));
        const open = consents[index];
        if (!open) return { withdrawn: [], templatesErased: 0 };
        consents[index] = { ...open, withdrawnAt: clock.now() };
        note({ action: 'consent-withdrawn', ...by, result: modality });
        return { withdrawn: [modality], templatesErased: modality === 'face' ? 1 : 2 };
      },
    },
    audit: { append: async ({ traveller: _, ...leaf }) => note(leaf), of: async () => leaves },
    crossings: { of: async (_, __, limit) => crossings.slice(0, limit) },
    pseudonymOf: (actor) => `~${actor.length}`,
  };
  return { parts, clock, law, consents, leaves, note };
}
