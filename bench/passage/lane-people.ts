/** Sixty-four who ask for the lane, so that no branch of the law is the only one. */
export function lanePeople(): readonly object[] {
  return Array.from({ length: 64 }, (_, i) => ({
    at: `2026-0${1 + (i % 9)}-15T10:00:00+08:00`,
    port: i % 2 ? 'szb' : 'gongbei',
    direction: i % 3 ? 'exit' : 'entry',
    person: { category: i % 4 ? 'mainland' : 'hkmo', birthDate: `${1950 + i}-05-17` },
    document: { type: i % 4 ? 'EEP' : 'HRP', expires: '2029-12-31' },
    consent: { face: i % 16 !== 5, fingerprint: true },
    biometricsOnFile: true,
    companion: i < 56 ? null : { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true },
    endorsements: [
      {
        type: 'S',
        entries: i % 8 === 3 ? 'single' : 'multiple',
        destination: i % 2 ? 'HK' : 'MO',
        expires: '2027-01-31',
      },
    ],
  }));
}
