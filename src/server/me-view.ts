/** From what is kept about a person to what their page shows. */
import { formatInstant } from '../kernel/index.ts';
import type { Law } from '../policy/index.ts';
import {
  type ConsentState,
  type Erasure,
  type Found,
  nameIn,
  type Overview,
  portName,
} from '../services/index.ts';
import { answerViewOf } from './case-view.ts';
import type { ConsentsView, CrossingsView, OverviewView } from './wire/me.ts';

type LawTexts = Pick<Law, 'text' | 'content'>;

export const overviewViewOf = (overview: Overview, law: LawTexts): OverviewView => ({
  names: [...overview.names],
  birthDate: overview.birthDate,
  category: overview.category,
  linked: overview.linked.map((one) => ({ ...one })),
  documents: overview.documents.map(({ today, endorsements, ...document }) => ({
    ...document,
    endorsements: endorsements.map((one) => ({ ...one })),
    today: answerViewOf(today, law),
  })),
});

export const consentsViewOf = (
  states: readonly ConsentState[],
  erasures: readonly Erasure[],
  law: LawTexts,
): ConsentsView => ({
  erasures: erasures.map((one) => ({ ...one })),
  consents: states.map(({ consent, words, ifWithdrawn }) => ({
    id: consent.id,
    purpose: consent.purpose,
    modality: consent.modality,
    textVersion: consent.textVersion,
    givenAt: formatInstant(consent.givenAt),
    ...(consent.withdrawnAt === undefined ? {} : { withdrawnAt: formatInstant(consent.withdrawnAt) }),
    ...(words ? { title: words.title, body: words.body } : {}),
    ...(ifWithdrawn
      ? { ifWithdrawn: { losesLane: ifWithdrawn.losesLane, law: answerViewOf(ifWithdrawn.law, law) } }
      : {}),
  })),
});

export function crossingsViewOf(found: Found, law: LawTexts): CrossingsView {
  const answer = answerViewOf(found.decision, law);
  if (found.outcome === 'refused')
    return { outcome: 'refused', answer, crossings: [], ports: [], more: false };
  return {
    outcome: 'found',
    answer,
    from: found.from,
    to: found.to,
    more: found.more,
    ports: found.ports.map((id) => ({ id, name: portName(law, id) })),
    crossings: found.crossings.map(({ id, completedAt, direction, port, documentType, documentLast4 }) => ({
      id,
      at: formatInstant(completedAt),
      direction,
      port: portName(law, port),
      ...(documentType === undefined ? {} : { document: nameIn(law, 'documents', documentType) }),
      ...(documentLast4 === undefined ? {} : { documentLast4 }),
    })),
  };
}
