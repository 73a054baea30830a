/** Everything that is kept about a person, in one piece: to take along, to check, to have put right. Templates are no data a person can read; their consents stand for them. */
import { formatInstant } from '../../kernel/index.ts';
import type { Crossing } from '../crossing-records/search.ts';
import { CROSSINGS_MAX } from '../crossing-records/search.ts';
import type { CaseRecord, Row } from '../engine/index.ts';
import { type Erasure, readErasures } from './erasures.ts';
import { type Linked, readOverview } from './overview.ts';
import { type Asking, type GivenConsent, type KnownPerson, type MyDataParts, readingOf } from './parts.ts';
import { type Look, readLooks } from './who-looked.ts';

export interface Everything {
  /** RFC 3339. */
  readonly madeAt: string;
  readonly person: KnownPerson;
  readonly linked: readonly Linked[];
  readonly consents: readonly GivenConsent[];
  readonly erasures: readonly Erasure[];
  readonly crossings: readonly Crossing[];
  readonly requests: readonly OwnRequest[];
  readonly looks: readonly Look[];
}

/** A case without the officers who handled it: their ids are theirs. */
interface OwnRequest
  extends Pick<CaseRecord, 'id' | 'service' | 'state' | 'openedAt' | 'changedAt' | 'files'> {
  readonly answers: CaseRecord['body']['answers'];
  readonly granted: readonly Row[];
  readonly messages: CaseRecord['body']['messages'];
}

const ownRequest = ({ id, service, state, openedAt, changedAt, files, body }: CaseRecord): OwnRequest => ({
  id,
  service,
  state,
  openedAt,
  changedAt,
  files,
  answers: body.answers,
  granted: body.grant?.rows ?? [],
  messages: body.messages,
});

/** `requests`: the person's cases, which the desk of the services reads. */
export async function readEverything(
  parts: MyDataParts,
  who: Asking,
  requests: readonly CaseRecord[],
): Promise<Everything> {
  const by = readingOf(who);
  const { traveller } = who;
  const [person, { linked }, consents, erasures, crossings] = await Promise.all([
    parts.register.get(traveller, by),
    readOverview(parts, who),
    parts.consents.of(traveller),
    readErasures(parts, who),
    parts.crossings.of(traveller, by, CROSSINGS_MAX),
  ]);
  // Read last, so that this very reading stands in it.
  const looks = await readLooks(parts, who);
  const madeAt = formatInstant(parts.clock.now());
  return { madeAt, person, linked, consents, erasures, crossings, requests: requests.map(ownRequest), looks };
}
