/** Each command of the machine, and who carries it out. */
import type { LaneOptions } from '../lane.ts';
import type { LaneCommand } from '../machine/index.ts';
import type { Crew, Desk } from './crew.ts';
import type { PassageLog } from './passage-log.ts';

export interface Task<Capture> {
  readonly options: LaneOptions<Capture>;
  readonly crew: Crew<Capture>;
  readonly desk: Desk;
  /** The attempt the machine is in. */
  readonly serial: number;
  /** The passage under way; each command that needs one comes while there is one. */
  readonly log: PassageLog | null;
  /** The passage of an earlier attempt, while anybody may still ask for it. */
  readonly logOf: (serial: number) => PassageLog | null;
}

/** Carries out everything but the beginning and the end of a passage. */
export function perform<Capture>(
  task: Task<Capture>,
  command: Exclude<LaneCommand, { kind: 'begin-passage' | 'end-passage' | 'offer-receipt' }>,
): void {
  const { crew, log } = task;
  switch (command.kind) {
    case 'open-gate':
      if (command.gate === 'entry') log?.entryOpened();
      crew.obedience.gate(task.options.devices[command.gate], 'open');
      break;
    case 'close-gate':
      crew.obedience.gate(task.options.devices[command.gate], 'close');
      break;
    case 'show':
      crew.obedience.show(command.content);
      break;
    case 'signal':
      crew.obedience.signal(command.signal);
      break;
    case 'start-timer':
      crew.timers.start(command.timer, command.ms);
      break;
    case 'cancel-timer':
      crew.timers.cancel(command.timer);
      break;
    case 'capture-face':
      crew.faces.begin(command.place);
      break;
    case 'stop-face':
      crew.faces.end();
      break;
    case 'capture-finger':
      crew.fingers.begin(task.serial);
      break;
    case 'stop-finger':
      crew.fingers.end();
      break;
    case 'call-officer':
      callOfficer(task, command.reason);
      break;
    case 'note':
      crew.records.note(log, command.about);
      break;
    default:
      performForPassage(task, command);
  }
}

type PassageCommand = Extract<
  LaneCommand,
  {
    kind:
      | 'identify'
      | 'decide'
      | 'choose-finger'
      | 'verify'
      | 'record-clearance'
      | 'void-clearance'
      | 'complete-crossing'
      | 'record-referral';
  }
>;

function performForPassage<Capture>(task: Task<Capture>, command: PassageCommand): void {
  const log = command.kind === 'void-clearance' ? task.logOf(command.serial) : task.log;
  if (!log) return;
  const { crew, serial, options } = task;
  const inquirer = { serial, log };
  switch (command.kind) {
    case 'identify':
      void crew.inquiries.identify(inquirer, crew.faces.captures.slice(-options.config.approachFrames));
      break;
    case 'decide':
      void crew.inquiries.decide(inquirer, command.traveller);
      break;
    case 'choose-finger':
      void crew.inquiries.chooseFinger(inquirer, command.traveller);
      break;
    case 'verify':
      verify(task, log, command);
      break;
    case 'record-clearance':
      void crew.inquiries.recordClearance(inquirer, command.traveller, command.basis);
      break;
    case 'void-clearance':
      crew.records.voidClearance(log, command.clearance);
      break;
    case 'complete-crossing':
      crew.records.complete(log, command.clearance, () =>
        task.desk.tell({ kind: 'crossing-completed', serial }),
      );
      break;
    case 'record-referral':
      crew.records.referral(log, command.reasons, command.lawReasons);
      break;
  }
}

function verify<Capture>(
  { crew, desk, serial, options }: Task<Capture>,
  log: PassageLog,
  { traveller }: Extract<LaneCommand, { kind: 'verify' }>,
): void {
  const image = crew.fingers.take();
  const captures = crew.faces.captures.slice(-options.config.chamberFrames);
  if (image) void crew.inquiries.verify({ serial, log }, { traveller, captures, image });
  else desk.tell({ kind: 'verify-failed', serial, why: 'fault' });
}

function callOfficer<Capture>(
  { crew, desk, log }: Task<Capture>,
  reason: Extract<LaneCommand, { kind: 'call-officer' }>['reason'],
): void {
  desk.notify({ kind: 'officer-called', reason, passage: log?.id ?? null });
  crew.records.note(log, `officer-called:${reason}`);
}
