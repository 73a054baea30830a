/** "My data" on paper: everything in one file, and the statement of an erasure. */
import { type IssuerKeys, type LetterTable, renderLetter } from '../../credentials/node.ts';
import { formatInstant, type Language, parseInstant } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import { type Erasure, type Everything, nameIn, portName } from '../../services/index.ts';
import { letterWords as w } from './my-data-words.ts';

export function erasureLetter(
  issuer: IssuerKeys,
  erasure: Erasure,
  name: string,
  language: Language,
): Promise<Uint8Array> {
  const { id, at, modality, templatesErased, leafHash } = erasure;
  return renderLetter({
    language,
    title: w.erasureTitle[language],
    issuer: issuer.issuer.name[language],
    reference: id,
    issuedAt: parseInstant(at),
    rows: [
      [w.name[language], name],
      [w.consent[language], w[modality][language]],
      [w.withdrawnAt[language], readable(at)],
      [w.erased[language], String(templatesErased)],
      [w.leafHash[language], leafHash.replace(/(.{8})(?=.)/g, '$1 ')],
    ],
    paragraphs: [w.erasureText[language], w.keptText[language]],
    seal: issuer.documentSeal(),
  });
}

export function everythingLetter(
  issuer: IssuerKeys,
  law: Pick<Law, 'content'>,
  all: Everything,
  language: Language,
): Promise<Uint8Array> {
  const { person, madeAt, linked } = all;
  return renderLetter({
    language,
    title: w.exportTitle[language],
    issuer: issuer.issuer.name[language],
    reference: person.id,
    issuedAt: parseInstant(madeAt),
    rows: [
      [w.name[language], Object.values(person.names).join(' · ')],
      [w.birthDate[language], person.birthDate],
      [w.since[language], readable(formatInstant(person.addedAt))],
      ...linked.map(({ relation, name }): [string, string] => [w[relation][language], name]),
    ],
    paragraphs: [w.exportText[language]],
    tables: tablesOf(all, law, language),
    seal: issuer.documentSeal(),
  });
}

const readable = (at: string): string => at.slice(0, 16).replace('T', ' ');

function tablesOf(
  { person, consents, crossings, requests, looks }: Everything,
  law: Pick<Law, 'content'>,
  language: Language,
): LetterTable[] {
  const table = (caption: keyof typeof w, titles: readonly (keyof typeof w)[], rows: string[][]) => ({
    caption: w[caption][language],
    columns: titles.map((title) => ({ title: w[title][language], share: 1 })),
    rows,
    empty: w.none[language],
  });
  const until = (at: typeof person.addedAt | undefined) =>
    at === undefined ? '' : readable(formatInstant(at));
  return [
    table(
      'documents',
      ['document', 'number', 'expires'],
      person.documents.map((one) => [nameIn(law, 'documents', one.type)[language], one.number, one.expires]),
    ),
    table(
      'endorsements',
      ['endorsement', 'destination', 'expires'],
      person.documents
        .flatMap(({ endorsements }) => endorsements)
        .map((one) => [nameIn(law, 'endorsements', one.type)[language], one.destination, one.expires]),
    ),
    table(
      'consents',
      ['consent', 'given', 'withdrawnAt'],
      consents.map((one) => [w[one.modality][language], until(one.givenAt), until(one.withdrawnAt)]),
    ),
    table(
      'crossings',
      ['time', 'direction', 'port'],
      crossings.map((one) => [
        until(one.completedAt),
        w[one.direction][language],
        portName(law, one.port)[language],
      ]),
    ),
    table(
      'requests',
      ['reference', 'service', 'state'],
      requests.map((one) => [one.id, one.service, one.state]),
    ),
    table(
      'looks',
      ['time', 'action', 'purpose'],
      looks.map((one) => [readable(one.at), one.action, one.purpose ?? '']),
    ),
  ];
}
