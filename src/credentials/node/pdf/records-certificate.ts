/** E-03: the certificate of a person's crossings: the span, columns and language that the person chose, signed. */
import { type Day, formatInstant, type Instant, type Language } from '../../../kernel/index.ts';
import type { Signer } from '../../cose/signed-text.ts';
import { issueCredential } from '../../credential/issue.ts';
import type { DocumentSeal } from '../keys/held-key.ts';
import { type LetterTable, renderLetter } from './letter.ts';
import { certificateWords as words } from './letter-words.ts';

export interface CertifiedCrossing {
  readonly at: Instant;
  readonly direction: 'exit' | 'entry';
  /** Name of the port in the certificate's language. */
  readonly port: string;
  /** Number of the document that was used, in full; it is masked here where that is wished. */
  readonly document: string;
}

/** What a receiver may not need to know. */
export const HIDEABLE_COLUMNS = ['time', 'port', 'document'] as const;
export type HideableColumn = (typeof HIDEABLE_COLUMNS)[number];

export interface RecordsCertificate {
  readonly language: Language;
  /** Issuer's id, and its name in the certificate's language. */
  readonly issuer: { readonly id: string; readonly name: string };
  /** At most 32 signs; a revocation names it. */
  readonly reference: string;
  readonly issuedAt: Instant;
  /** Until when the code counts as valid; certificates are usually asked for with a bound of age. */
  readonly validUntil: Instant;
  /** `masked` is what the code shows to whoever scans it. */
  readonly holder: { readonly name: string; readonly masked: string; readonly document: string };
  readonly from: Day;
  readonly to: Day;
  /** All crossings of the span, in the order in which they are to stand. */
  readonly crossings: readonly CertifiedCrossing[];
  readonly hide: readonly HideableColumn[];
  readonly maskNumbers: boolean;
  readonly verifyAt?: string;
}

export interface CertificateKeys {
  readonly signer: Signer;
  readonly seal: DocumentSeal;
}

/** A signed PDF file. Throws FIELD_INVALID for facts that its code cannot carry, such as a name that is not masked. */
export async function renderRecordsCertificate(
  certificate: RecordsCertificate,
  { signer, seal }: CertificateKeys,
): Promise<Uint8Array> {
  const { language, verifyAt } = certificate;
  const qr = await issueCredential(credentialOf(certificate), signer);
  return renderLetter({
    language,
    title: words.title[language],
    issuer: certificate.issuer.name,
    reference: certificate.reference,
    issuedAt: certificate.issuedAt,
    rows: rowsOf(certificate),
    paragraphs: notesOf(certificate),
    tables: [tableOf(certificate)],
    qr,
    ...(verifyAt === undefined ? {} : { verifyAt }),
    seal,
  });
}

const countOf = (crossings: readonly CertifiedCrossing[], wanted: CertifiedCrossing['direction']): number =>
  crossings.filter(({ direction }) => direction === wanted).length;

const lastFour = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(-4);

const credentialOf = ({
  reference,
  issuer,
  issuedAt,
  validUntil,
  holder,
  from,
  to,
  crossings,
}: RecordsCertificate) =>
  ({
    kind: 'records-certificate',
    id: reference,
    issuer: issuer.id,
    issuedAt,
    validFrom: issuedAt,
    validUntil,
    facts: {
      name: holder.masked,
      document: lastFour(holder.document),
      from,
      to,
      exits: countOf(crossings, 'exit'),
      entries: countOf(crossings, 'entry'),
    },
  }) as const;

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const shownNumber = (number: string, { maskNumbers }: RecordsCertificate): string =>
  maskNumbers ? `**** ${lastFour(number)}` : number;

function rowsOf(certificate: RecordsCertificate): [string, string][] {
  const { language, holder, from, to, crossings } = certificate;
  const [exits, entries] = [countOf(crossings, 'exit'), countOf(crossings, 'entry')];
  return [
    [words.name[language], holder.name],
    [words.document[language], shownNumber(holder.document, certificate)],
    [words.span[language], fill(words.spanValue[language], { from, to })],
    [words.counts[language], fill(words.countsValue[language], { exits, entries })],
  ];
}

const columnName = { time: words.time, port: words.port, document: words.usedDocument } as const;

function notesOf({ language, hide, maskNumbers }: RecordsCertificate): string[] {
  const columns = HIDEABLE_COLUMNS.filter((column) => hide.includes(column)).map(
    (c) => columnName[c][language],
  );
  const joined = columns.join(language.startsWith('zh') ? '、' : ', ');
  return [
    ...(columns.length > 0 ? [fill(words.hidden[language], { columns: joined })] : []),
    ...(maskNumbers ? [words.masked[language]] : []),
    words.proof[language],
  ];
}

interface Column {
  readonly name: HideableColumn | 'number' | 'day' | 'direction';
  readonly share: number;
  readonly cell: (crossing: CertifiedCrossing, index: number) => string;
}

function tableOf(certificate: RecordsCertificate): LetterTable {
  const { language, crossings, hide } = certificate;
  const columns: Column[] = [
    { name: 'number', share: 0.7, cell: (_, i) => String(i + 1) },
    { name: 'day', share: 1.4, cell: ({ at }) => formatInstant(at).slice(0, 10) },
    { name: 'time', share: 1, cell: ({ at }) => formatInstant(at).slice(11, 16) },
    { name: 'direction', share: 1.1, cell: ({ direction }) => words[direction][language] },
    { name: 'port', share: 2.6, cell: ({ port }) => port },
    { name: 'document', share: 1.6, cell: ({ document }) => shownNumber(document, certificate) },
  ];
  const shown = columns.filter(({ name }) => !hide.some((hidden) => hidden === name));
  const titleOf = ({ name }: Column) => (name === 'document' ? words.usedDocument : words[name])[language];
  return {
    columns: shown.map((column) => ({ title: titleOf(column), share: column.share })),
    rows: crossings.map((crossing, i) => shown.map(({ cell }) => cell(crossing, i))),
    empty: words.none[language],
  };
}
