/** Every service that is offered; a new one is a folder and a line here. */
import { arrivalCard } from './arrival-card/arrival-card.ts';
import { dualLinkage } from './dual-linkage/dual-linkage.ts';
import { eChannel } from './e-channel/e-channel.ts';
import type { Service } from './engine/service.ts';
import { familyRenewal } from './family-renewal/family-renewal.ts';
import { healthCode } from './health-code/health-code.ts';
import { helpDesk } from './help/help-desk.ts';
import { hetaoClearance } from './hetao/clearance.ts';
import { hetaoCompany } from './hetao/company-filing.ts';
import { hetaoGoods } from './hetao/goods.ts';
import { hetaoTalent } from './hetao/talent-filing.ts';
import { journey } from './journey/journey.ts';
import { laneEnrolment } from './lane-enrolment/lane-enrolment.ts';
import { correction } from './my-data/correction.ts';
import { replacement } from './replacement/replacement.ts';
import { taiwanFamilyVisit } from './taiwan/family-visit.ts';
import { taiwanSingleEntry } from './taiwan/single-entry.ts';
import { talent } from './talent/talent.ts';
import { temporaryPermit } from './temporary-permit/temporary-permit.ts';
import { transit24 } from './transit/transit24.ts';
import { transit240 } from './transit/transit240.ts';
import { urgent } from './urgent/urgent.ts';

export const SERVICES: readonly Service[] = [
  temporaryPermit,
  dualLinkage,
  correction,
  helpDesk,
  laneEnrolment,
  eChannel,
  urgent,
  journey,
  arrivalCard,
  transit24,
  transit240,
  hetaoTalent,
  hetaoCompany,
  hetaoClearance,
  hetaoGoods,
  talent,
  familyRenewal,
  taiwanFamilyVisit,
  taiwanSingleEntry,
  replacement,
  healthCode,
];
