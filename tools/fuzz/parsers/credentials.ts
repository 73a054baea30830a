/** The code of a permit as verifiers scan it, from the text and from what is signed inside. */
import { readSignedText, writeSignedText } from '../../../src/credentials/cose/signed-text.ts';
import { CREDENTIAL_FORM } from '../../../src/credentials/credential/issue.ts';
import { checkPermit, issuePermit } from '../../../src/credentials/index.ts';
import { at, KEY_11, listOf, signerOf } from '../../../src/credentials/keys.fixture.ts';
import { mutateBytes, mutateText } from '../mutate.ts';
import { type FuzzParser, subjectOfText } from '../parser.ts';

const PERMIT = {
  id: 'TP-01JCQ8Z4W9-7K3M5XQ2',
  issuer: 'demo',
  issuedAt: at('2026-11-22T10:00:00'),
  validFrom: at('2026-11-22T10:00:00'),
  validUntil: at('2026-11-30T00:00:00'),
  facts: { name: '陳 * 文', document: '5678', purposes: ['train'] },
} as const;

async function openPermit() {
  const [keys, signer] = [await listOf(), await signerOf(KEY_11)];
  const text = await issuePermit(PERMIT, signer);
  const check = (code: string) =>
    checkPermit(code, { at: at('2026-11-25T12:00:00'), keys, purpose: 'train' });
  return { signer, text, check };
}

export const CREDENTIAL_PARSERS: readonly FuzzParser[] = [
  {
    name: 'permit-code',
    inputsInTests: 20_000,
    codes: [],
    async open() {
      const { text, check } = await openPermit();
      return subjectOfText(
        (random) => mutateText(random, text, ['A', '0', ':', '%', '%$ ', 'KOUAN1:', ' ']),
        check,
      );
    },
  },
  {
    name: 'permit-signed-content',
    inputsInTests: 200,
    codes: [],
    async open() {
      const { signer, text, check } = await openPermit();
      const content = readSignedText(CREDENTIAL_FORM, text)?.payload ?? new Uint8Array();
      return subjectOfText(
        (random) => writeSignedText(CREDENTIAL_FORM, mutateBytes(random, content), signer),
        check,
      );
    },
  },
];
