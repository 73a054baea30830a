/** Who works for one lane, and how they are wired: one screen. */
import type { ErrorCode } from '../../kernel/index.ts';
import { DEFAULT_RUNNER_CONFIG, type LaneNotice, type LaneOptions, type RunnerConfig } from '../lane.ts';
import type { LaneEvent } from '../machine/index.ts';
import { DeviceWatch } from './device-watch.ts';
import { FaceWatch } from './face-watch.ts';
import { FaultLedger } from './fault-ledger.ts';
import { FingerWatch } from './finger-watch.ts';
import { Inquiries } from './inquiries.ts';
import { Obedience } from './obedience.ts';
import { Outbox } from './outbox.ts';
import type { PassageLog } from './passage-log.ts';
import { Records } from './records.ts';
import { Timers } from './timers.ts';

export interface Desk {
  readonly tell: (event: LaneEvent) => void;
  readonly notify: (notice: LaneNotice) => void;
  /** The passage under way. */
  readonly log: () => PassageLog | null;
}

export interface Crew<Capture> {
  readonly config: RunnerConfig;
  readonly timers: Timers;
  readonly faults: FaultLedger;
  readonly outbox: Outbox;
  readonly records: Records;
  readonly devices: DeviceWatch;
  readonly faces: FaceWatch<Capture>;
  readonly fingers: FingerWatch;
  readonly inquiries: Inquiries<Capture>;
  readonly obedience: Obedience;
}

export function assembleCrew<Capture>(options: LaneOptions<Capture>, desk: Desk): Crew<Capture> {
  const config = { ...DEFAULT_RUNNER_CONFIG, ...options.runner };
  const { clock, devices, collaborators } = options;
  const { tell } = desk;
  const faults = new FaultLedger((kind, device) => tell({ kind, device }));
  const outbox = openOutbox(options, config, faults, desk);
  const records = new Records(options.id, clock, collaborators.recorder, outbox);
  return {
    config,
    timers: new Timers(clock, (timer) => tell({ kind: 'timer-fired', timer })),
    faults,
    outbox,
    records,
    devices: new DeviceWatch({ clock, config, devices, faults, tell }),
    faces: watchFaces(options, config, faults, desk),
    fingers: new FingerWatch(devices.fingerReader, tell),
    inquiries: new Inquiries({
      lane: options,
      tell,
      storeMsMax: Math.min(config.storeMsMax, options.config.times.recordMsMax),
      onStoreFailed: () => faults.raise('store', 'store'),
      onOutdated: (log, key, clearance) => records.voidOutdated(log, key, clearance),
    }),
    obedience: new Obedience({
      clock,
      config,
      devices,
      faults,
      onRefused: (gate) => tell({ kind: 'gate-refused', gate }),
      onPosition: (gate, position) => tell({ kind: 'gate-moved', gate, position }),
    }),
  };
}

function openOutbox<Capture>(
  { clock }: LaneOptions<Capture>,
  config: RunnerConfig,
  faults: FaultLedger,
  { notify }: Desk,
): Outbox {
  return new Outbox({
    clock,
    msMax: config.storeMsMax,
    retryMs: config.storeRetryMs,
    onFailing: () => faults.raise('store', 'store'),
    onWritten: () => faults.clear('store', 'store'),
    onRefused: (record: string, code: ErrorCode) => notify({ kind: 'record-refused', record, code }),
  });
}

function watchFaces<Capture>(
  { clock, devices, collaborators, stopwatch }: LaneOptions<Capture>,
  config: RunnerConfig,
  faults: FaultLedger,
  { tell, log }: Desk,
): FaceWatch<Capture> {
  const { camera, chamberCamera } = devices;
  return new FaceWatch({
    clock,
    config,
    reader: collaborators.faceReader,
    cameras: { camera, ...(chamberCamera && { 'chamber-camera': chamberCamera }) },
    faults,
    tell,
    log,
    stopwatch: stopwatch ?? clock,
  });
}
