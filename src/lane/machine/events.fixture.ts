/** For tests: what happens next on a good day, and one of every event there is. */
import type { TravellerId } from '../../kernel/index.ts';
import type { CapturePlace, FingerVerdict, LaneEvent, LawFinding } from './events.ts';
import { bodiesAre, type LaneState } from './state.ts';

export const ANNA = 'T-0000000001-ANNA0000' as TravellerId;

export const FINDING: LawFinding = {
  admits: true,
  reasons: [],
  alternatives: ['counter'],
  identity: { name: '陳 * 文', documentTail: '1234' },
  awaitsGuardian: false,
};

/** The finger that is asked for first, and the one after it. */
export const FIRST = { finger: 'right-index', guidance: [], touchesLeft: 4 } as const;
export const NEXT = { finger: 'left-index', guidance: [], touchesLeft: 2 } as const;

export const verified = (
  serial: number,
  finger: FingerVerdict,
  face: 'match' | 'no-match' = 'match',
): LaneEvent => ({ kind: 'verified', serial, face, finger });

const captured = (place: CapturePlace): LaneEvent => ({ kind: 'face-captured', place, pad: 'passed' });
const bodies = (count: number): LaneEvent => ({
  kind: 'occupancy-changed',
  reading: { kind: 'agreed', bodies: count },
});

/** The event that carries a lane on when everything works and the traveller does as told. */
export function naturalEvent(state: LaneState): LaneEvent {
  const { condition, serial, world } = state;
  const empty = bodiesAre(state, 0);
  switch (condition.kind) {
    case 'out-of-service':
      return { kind: 'started', entry: 'closed', exit: 'closed', occupancy: { kind: 'agreed', bodies: 0 } };
    case 'closing-up':
      if (world.exit !== 'closed') return { kind: 'gate-moved', gate: 'exit', position: 'closed' };
      if (world.entry !== 'closed') return { kind: 'gate-moved', gate: 'entry', position: 'closed' };
      return bodies(0);
    case 'free':
    case 'awaiting-face':
      return captured('approach');
    case 'identifying':
      return { kind: 'identified', serial, traveller: ANNA };
    case 'deciding':
      return { kind: 'law-answered', serial, finding: FINDING };
    case 'awaiting-confirmation':
      return { kind: 'traveller-confirmed' };
    case 'awaiting-guardian':
      return { kind: 'guardian-ready', serial };
    case 'entry-opening':
      return { kind: 'gate-moved', gate: 'entry', position: world.entry === 'closed' ? 'opening' : 'open' };
    case 'awaiting-entry':
      return bodies(1);
    case 'chamber-closing':
      return { kind: 'gate-moved', gate: 'entry', position: 'closed' };
    case 'checking-occupancy':
      return { kind: 'timer-fired', timer: 'settle' };
    case 'awaiting-finger':
      return condition.finger ? captured('chamber') : { kind: 'finger-captured', serial };
    case 'verifying':
      return verified(serial, { kind: 'match' });
    case 'recording':
      return { kind: 'clearance-recorded', serial, clearance: `clearance-${serial}` };
    case 'exit-opening':
      return { kind: 'gate-moved', gate: 'exit', position: world.exit === 'closed' ? 'opening' : 'open' };
    case 'awaiting-exit':
      return bodies(0);
    case 'completing':
      return { kind: 'crossing-completed', serial };
    case 'exit-closing':
      if (world.exit !== 'closed') return { kind: 'gate-moved', gate: 'exit', position: 'closed' };
      return { kind: 'timer-fired', timer: 'settle' };
    case 'releasing-back':
      if (world.entry !== 'open') return { kind: 'gate-moved', gate: 'entry', position: 'open' };
      return empty ? { kind: 'timer-fired', timer: 'settle' } : bodies(0);
    case 'referred-inside':
      return { kind: 'timer-fired', timer: 'release' };
    case 'referred-outside':
    case 'secondary-inspection':
      return { kind: 'timer-fired', timer: 'step' };
  }
}

type Events = Readonly<Record<string, LaneEvent>>;

const SEEN: Events = {
  started: { kind: 'started', entry: 'closed', exit: 'closed', occupancy: { kind: 'agreed', bodies: 0 } },
  'entry closed': { kind: 'gate-moved', gate: 'entry', position: 'closed' },
  'entry opening': { kind: 'gate-moved', gate: 'entry', position: 'opening' },
  'entry open': { kind: 'gate-moved', gate: 'entry', position: 'open' },
  'entry jammed': { kind: 'gate-moved', gate: 'entry', position: 'jammed' },
  'exit closed': { kind: 'gate-moved', gate: 'exit', position: 'closed' },
  'exit opening': { kind: 'gate-moved', gate: 'exit', position: 'opening' },
  'exit open': { kind: 'gate-moved', gate: 'exit', position: 'open' },
  'exit jammed': { kind: 'gate-moved', gate: 'exit', position: 'jammed' },
  'entry refused': { kind: 'gate-refused', gate: 'entry' },
  'exit refused': { kind: 'gate-refused', gate: 'exit' },
  'entry forced': { kind: 'gate-forced', gate: 'entry' },
  'exit forced': { kind: 'gate-forced', gate: 'exit' },
  'no body': bodies(0),
  'one body': bodies(1),
  'two bodies': bodies(2),
  'sensors disagree 0:1': { kind: 'occupancy-changed', reading: { kind: 'disagreed', counts: [0, 1] } },
  'sensors disagree 1:2': { kind: 'occupancy-changed', reading: { kind: 'disagreed', counts: [1, 2] } },
  'sensors unknown': { kind: 'occupancy-changed', reading: { kind: 'unknown' } },
  'camera failed': { kind: 'device-failed', device: 'camera' },
  'occupancy failed': { kind: 'device-failed', device: 'occupancy' },
  'printer failed': { kind: 'device-failed', device: 'printer' },
  'clock failed': { kind: 'device-failed', device: 'clock' },
  'camera recovered': { kind: 'device-recovered', device: 'camera' },
  'face lost': { kind: 'face-lost', place: 'approach' },
  'face guided': { kind: 'face-guided', place: 'approach', guidance: ['closer'] },
  'faces several': { kind: 'faces-several', place: 'approach' },
  'face captured': captured('approach'),
  'face without PAD': { kind: 'face-captured', place: 'approach', pad: 'absent' },
  'chamber face lost': { kind: 'face-lost', place: 'chamber' },
  'chamber face guided': { kind: 'face-guided', place: 'chamber', guidance: ['light'] },
  'chamber faces several': { kind: 'faces-several', place: 'chamber' },
  'chamber face captured': captured('chamber'),
};

const answered = (serial: number): Events => ({
  identified: { kind: 'identified', serial, traveller: ANNA },
  'not recognised': { kind: 'not-recognised', serial },
  ambiguous: { kind: 'ambiguous', serial },
  'identify failed': { kind: 'identify-failed', serial, why: 'fault' },
  'already in passage': { kind: 'already-in-passage', serial },
  'law admits': { kind: 'law-answered', serial, finding: FINDING },
  'law refuses': {
    kind: 'law-answered',
    serial,
    finding: { ...FINDING, admits: false, reasons: ['PORT_NOT_OPEN'] },
  },
  'law failed': { kind: 'law-failed', serial },
  'guardian ready': { kind: 'guardian-ready', serial },
  'finger chosen': { kind: 'finger-chosen', serial, choice: { kind: 'again', ask: FIRST } },
  'no finger on file': { kind: 'finger-chosen', serial, choice: { kind: 'refer', why: 'nothing-enrolled' } },
  'finger captured': { kind: 'finger-captured', serial },
  'finger failed': { kind: 'finger-failed', serial },
  verified: verified(serial, { kind: 'match' }),
  'face mismatch': verified(serial, { kind: 'match' }, 'no-match'),
  'finger again': verified(serial, { kind: 'again', ask: { ...FIRST, guidance: ['dry-finger'] } }),
  'fingers unreadable': verified(serial, { kind: 'refer', why: 'unreadable' }),
  'verify failed': { kind: 'verify-failed', serial, why: 'timed-out' },
  'clearance recorded': { kind: 'clearance-recorded', serial, clearance: `clearance-${serial}` },
  'stale clearance': { kind: 'clearance-recorded', serial: serial - 1, clearance: 'clearance-of-another' },
  'stale answer': { kind: 'identified', serial: serial - 1, traveller: ANNA },
  'clearance failed': { kind: 'clearance-failed', serial },
  'crossing completed': { kind: 'crossing-completed', serial },
});

const SAID: Events = {
  confirmed: { kind: 'traveller-confirmed' },
  'not me': { kind: 'traveller-denied' },
  cancelled: { kind: 'traveller-cancelled' },
  'help asked': { kind: 'help-asked' },
  'consent withdrawn': { kind: 'consent-withdrawn', traveller: ANNA },
  'officer acknowledged': { kind: 'officer-acknowledged' },
  'entry release': { kind: 'entry-release-ordered' },
  'exit release': { kind: 'exit-release-ordered' },
  'secondary flagged': { kind: 'secondary-flagged' },
  reset: { kind: 'reset-ordered' },
  'lane closed': { kind: 'lane-closed' },
  'lane opened': { kind: 'lane-opened' },
  'step over': { kind: 'timer-fired', timer: 'step' },
  settled: { kind: 'timer-fired', timer: 'settle' },
  'officer due': { kind: 'timer-fired', timer: 'officer' },
  'release due': { kind: 'timer-fired', timer: 'release' },
};

/** One of every event, the particulars that matter spelt out; answers belong to the attempt `serial`. */
export const everyEvent = (serial: number): Events => ({ ...SEEN, ...answered(serial), ...SAID });
