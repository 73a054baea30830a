/** Permits that are shown to a verifier: good ones by key "11" of the standard's examples, and what only looks like one. */
import { issuePermit } from '../../src/credentials/index.ts';
import { KEY_11, KEY_MERIADOC, signerOf } from '../../src/credentials/keys.fixture.ts';
import { later, millis, systemClock } from '../../src/kernel/index.ts';

const DAY = 86_400_000;
export const now = systemClock.now();
export const inDays = (days: number) => later(now, millis(days * DAY));

/** Good from and until so many days from now. */
export const permitWith = async (from: number, to: number, signer?: Parameters<typeof issuePermit>[1]) =>
  issuePermit(
    {
      id: 'TP-1',
      issuer: 'demo',
      issuedAt: inDays(Math.min(from, 0)),
      validFrom: inDays(from),
      validUntil: inDays(to),
      facts: { name: '陳 * 文', document: '5678', purposes: ['train', 'flight'] },
    },
    signer ?? (await signerOf(KEY_11)),
  );

/** The content of a real permit under another's signature. */
export const forged = async () => {
  const { kid } = await signerOf(KEY_11);
  return permitWith(0, 7, { ...(await signerOf(KEY_MERIADOC)), kid });
};
/** Signed by a key that no list names. */
export const unknown = async () => permitWith(0, 7, await signerOf(KEY_MERIADOC));
