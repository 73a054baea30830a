/** What was granted, on paper: the same rows as on the page, with its code and the issuer's seal. */
import { beijingTime, type IssuerKeys, renderLetter } from '../../credentials/node.ts';
import type { Language, Texts } from '../../kernel/index.ts';
import type { CaseRecord, Service } from '../../services/index.ts';

const UNTIL: Texts = { 'zh-Hant': '有效期至', 'zh-Hans': '有效期至', en: 'Valid until', pt: 'Válido até' };

export function caseLetter(
  issuer: IssuerKeys,
  verifyAt: string,
  { id, changedAt, body }: CaseRecord,
  service: Service,
  language: Language,
): Promise<Uint8Array> {
  const { grant, credential } = body;
  const text = (value: string | Texts) => (typeof value === 'string' ? value : value[language]);
  const rows = (grant?.rows ?? []).map(({ label, value }) => [label[language], text(value)] as const);
  const until =
    grant?.validUntil === undefined ? [] : [[UNTIL[language], beijingTime(grant.validUntil)] as const];
  return renderLetter({
    language,
    title: service.words.title[language],
    issuer: issuer.issuer.name[language],
    reference: id,
    issuedAt: changedAt,
    rows: [...rows, ...until],
    paragraphs: [...(grant?.next ?? []), ...(grant?.bring ?? [])].map((line) => line[language]),
    seal: issuer.documentSeal(),
    ...(credential ? { qr: credential.text, verifyAt } : {}),
  });
}
