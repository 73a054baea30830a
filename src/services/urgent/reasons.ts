/** Urgent reasons and relations as they are chosen, each reason with the papers that show it (U-01, U-02, U-05). What counts is the law's. */
import type { Texts } from '../../kernel/index.ts';
import type { Option } from '../engine/form.ts';
import { reasonWords as w } from './reason-words.ts';

export interface UrgentReason {
  /** The law's key; `other` stands for all that its list leaves open. */
  readonly id: string;
  readonly text: Texts;
  readonly papers: Texts;
}

export const URGENT_REASONS: readonly UrgentReason[] = [
  { id: 'treatment', text: w.treatment, papers: w.treatmentPapers },
  { id: 'critical-visit', text: w.criticalVisit, papers: w.criticalVisitPapers },
  { id: 'funeral', text: w.funeral, papers: w.funeralPapers },
  { id: 'litigation', text: w.litigation, papers: w.litigationPapers },
  { id: 'examination', text: w.examination, papers: w.examinationPapers },
  { id: 'property', text: w.property, papers: w.propertyPapers },
  { id: 'academic', text: w.academic, papers: w.academicPapers },
  { id: 'other', text: w.other, papers: w.otherPapers },
  { id: 'tourism', text: w.tourism, papers: w.otherPapers },
];

export const RELATIONS: readonly Option[] = [
  { id: 'father', text: w.father },
  { id: 'mother', text: w.mother },
  { id: 'spouse', text: w.spouse },
  { id: 'son', text: w.son },
  { id: 'daughter', text: w.daughter },
  { id: 'grandfather', text: w.grandfather },
  { id: 'grandmother', text: w.grandmother },
  { id: 'grandchild', text: w.grandchild },
  { id: 'other', text: w.otherRelation, hint: w.otherRelationHint },
];
