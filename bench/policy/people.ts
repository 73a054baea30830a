/** Those whom the benchmark asks about, as they would arrive: parsed from JSON, every one different. */

const PEOPLE = 1024;

const pad = (value: number) => String(value).padStart(2, '0');

/** Of all ages, with and without endorsement, consent and guardian, so that no branch is the only one. */
function person(i: number): object {
  return {
    at: `2026-${pad(1 + (i % 9))}-${pad(10 + (i % 17))}T${pad(i % 24)}:${pad(i % 60)}:00+08:00`,
    port: ['szb', 'gongbei', 'luohu', 'hzmb'][i % 4],
    direction: i % 3 ? 'exit' : 'entry',
    person: {
      category: i % 4 ? 'mainland' : 'hkmo',
      birthDate: `${1950 + (i % 64)}-${pad(1 + (i % 12))}-${pad(1 + (i % 28))}`,
    },
    document: { type: i % 4 ? 'EEP' : 'HRP', expires: `${2027 + (i % 9)}-12-${pad(10 + (i % 20))}` },
    consent: { face: i % 16 !== 5, fingerprint: true },
    biometricsOnFile: i % 32 !== 9,
    companion: i % 64 < 56 ? null : { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true },
    endorsements: [
      {
        type: 'S',
        entries: i % 8 === 3 ? 'single' : 'multiple',
        destination: i % 4 === 0 || i % 2 ? 'MO' : 'HK',
        expires: `${2027 + (i % 3)}-01-${pad(10 + (i % 20))}`,
      },
    ],
  };
}

export const lanePeople = (): readonly object[] =>
  Array.from({ length: PEOPLE }, (_, i) => JSON.parse(JSON.stringify(person(i))) as object);
