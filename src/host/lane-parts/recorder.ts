/** The lane's recorder over the records room. Every promise resolves when the row is on disk. */
import type { Instant, LaneId } from '../../kernel/index.ts';
import { formatInstant } from '../../kernel/index.ts';
import type {
  ClearanceRequest,
  CompletionRequest,
  Recorder,
  ReferralRequest,
  VoidRequest,
} from '../../lane/index.ts';
import type { Records } from '../../records/index.ts';
import type { DecisionDesk } from './lane-law.ts';

export interface RecorderParts {
  readonly records: Records;
  readonly desk: DecisionDesk;
  readonly port: string;
  /** When the passage under way at a lane began, and where it leads. */
  readonly passageAt: (lane: LaneId) => {
    readonly startedAt: Instant;
    readonly direction: 'entry' | 'exit';
    readonly decisionId?: string;
  };
}

export function openRecorder(parts: RecorderParts): Recorder {
  return {
    recordClearance: (request) => recordClearance(parts, request),
    voidClearance: (request) => voidClearance(parts, request),
    complete: (request) => complete(parts, request),
    referral: (request) => recordReferral(parts, request),
    note: ({ lane, about }) =>
      parts.records.audit.append({ action: about, actor: `lane/${lane}`, purpose: 'lane-passage' }),
  };
}

async function recordClearance({ records, desk, passageAt }: RecorderParts, request: ClearanceRequest) {
  const kept = request.decisionId ? desk.get(request.decisionId) : undefined;
  const { crossing } = await records.passages.clear({
    passage: {
      id: request.passage,
      port: request.port,
      lane: request.lane,
      direction: request.direction,
      startedAt: passageAt(request.lane).startedAt,
    },
    traveller: request.traveller,
    idempotencyKey: request.key,
    at: request.at,
    ...(kept?.document ? { document: kept.document } : {}),
    ...(kept ? { decision: decisionOf(kept) } : {}),
  });
  return { clearance: crossing };
}

/** Nobody left by the exit with it; the referral of the same passage says why. */
const VOID_REASON = 'PASSAGE_BROKEN_OFF';

const decisionOf = ({
  at,
  facts,
  decision,
}: {
  at: Instant;
  facts: unknown;
  decision: { rules: string };
}) => ({
  question: 'lane',
  at,
  facts,
  rulesHash: decision.rules,
  decision,
});

// Without its id the clearance is one the store may never have heard of; a lane has at most one under way.
async function voidClearance({ records }: RecorderParts, { clearance, lane }: VoidRequest): Promise<void> {
  if (clearance) {
    await records.passages.void(clearance, VOID_REASON);
    return;
  }
  const open = await records.passages.unfinished();
  for (const { crossing } of open.filter((one) => one.lane === lane))
    await records.passages.void(crossing, VOID_REASON);
}

async function complete(
  { records, port, passageAt }: RecorderParts,
  { clearance, lane, at }: CompletionRequest,
) {
  await records.passages.complete(clearance, at);
  const { direction } = passageAt(lane);
  const lines = ['KOUAN 口岸', `${port} · ${direction}`, formatInstant(at), clearance];
  return { crossing: clearance, receipt: { lines, qr: clearance } };
}

async function recordReferral({ records, desk, port, passageAt }: RecorderParts, request: ReferralRequest) {
  const { startedAt, direction, decisionId } = passageAt(request.lane);
  const kept = decisionId ? desk.get(decisionId) : undefined;
  await records.passages.refer({
    passage: { id: request.passage, port, lane: request.lane, direction, startedAt },
    reasons: [...request.reasons, ...request.lawReasons],
    ...(request.traveller ? { traveller: request.traveller } : {}),
    ...(kept && request.traveller ? { decision: decisionOf(kept) } : {}),
  });
}
