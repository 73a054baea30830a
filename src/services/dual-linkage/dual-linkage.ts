/** Two documents, one person (I-01 to I-09): only own documents, only after both checks, and nothing kept of another's (F-07). */
import { maskName, maskNumber } from '../../documents/index.ts';
import { formatInstant, parseInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { DecideContext, FormContext, HolderDocument, Service, Verdict } from '../engine/service.ts';
import { linkageWords as w } from './words.ts';

const RESIDENCE = 'RP_HKMOTW';
const PERMITS = ['HRP', 'HRP_NC', 'MTP_TW_5Y'];

const documentOf = ({ holder }: FormContext, types: readonly string[]): HolderDocument | undefined =>
  holder.person?.documents.find(({ type }) => types.includes(type));

export const dualLinkage: Service = {
  id: 'dual-linkage',
  words: { title: w.title, summary: w.summary, need: [w.needPermit, w.needResidence], appeal: w.appeal },
  minutes: 1,
  holder: 'person',
  needsRealPerson: true,
  question: 'linkage',
  group: 'documents',
  form: () => ({
    steps: [
      {
        id: 'residence',
        title: w.number,
        fields: [
          { id: 'residence', kind: 'document-number', type: RESIDENCE, label: w.number, hint: w.numberHint },
        ],
      },
    ],
  }),
  screen(context) {
    const decision = ask(context, true);
    // The permit that is on file decides these; no residence permit typed here would change them.
    return decision.reasons.some((code) => code === 'NOT_APPLICABLE' || code === 'RULE_NOT_IN_FORCE')
      ? decision
      : undefined;
  },
  decide,
  grant,
};

function decide(context: DecideContext): Verdict {
  const own = documentOf(context, [RESIDENCE]);
  const verdict = byLaw(ask(context, own?.number === context.answers.residence), ['LINKED']);
  return verdict.outcome === 'refused' ? { ...verdict, forget: ['residence'] } : verdict;
}

function ask(context: FormContext, same: boolean): Decision {
  const residence = documentOf(context, [RESIDENCE]);
  return context.law.decide('linkage', {
    at: formatInstant(context.at),
    permit: documentOf(context, PERMITS)?.type ?? context.holder.person?.documents[0]?.type,
    residencePermit: true,
    ...(residence && same ? { residencePermitExpires: residence.expires } : {}),
    same,
    way: 'online',
    realName: context.holder.person !== undefined,
    realPerson: context.holder.realPerson,
  });
}

function grant(context: DecideContext, decision: Decision): Grant {
  const { holder, at } = context;
  const [permit, residence] = [documentOf(context, PERMITS), documentOf(context, [RESIDENCE])];
  const facts = {
    name: maskName(holder.person?.name ?? ''),
    permit: maskNumber(permit?.number ?? ''),
    residence: maskNumber(residence?.number ?? ''),
  };
  const validUntil = parseInstant(decision.outputs?.validUntil, 'validUntil');
  return {
    rows: [
      { label: w.result, value: w.linked },
      { label: w.holder, value: holder.person?.name ?? '' },
      { label: w.permit, value: facts.permit },
      { label: w.residence, value: facts.residence },
    ],
    validFrom: at,
    validUntil,
    order: { kind: 'linkage', validFrom: at, validUntil, facts },
    letter: true,
    next: [w.next],
  };
}
