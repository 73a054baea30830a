/** Asks the collaborators and turns whatever comes back, or does not, into an event of the attempt that asked. */
import type { GreyImage, TravellerId } from '../../kernel/index.ts';
import type { LawAnswer } from '../collaborators.ts';
import type { LaneOptions } from '../lane.ts';
import type { AttemptEvent, ClearanceBasis, Failure, LaneConfig } from '../machine/index.ts';
import type { PassageLog } from './passage-log.ts';
import { TimeOver, within } from './within.ts';

export interface InquiryOptions<Capture> {
  readonly lane: LaneOptions<Capture>;
  readonly tell: (event: AttemptEvent) => void;
  readonly storeMsMax: number;
  readonly onStoreFailed: () => void;
  /** A clearance arrived whose request another one has replaced. */
  readonly onOutdated: (log: PassageLog, key: string, clearance: string) => void;
}

/** The attempt an inquiry belongs to. */
export interface Inquirer {
  readonly serial: number;
  readonly log: PassageLog;
}

const whyOf = (error: unknown): Failure => (error instanceof TimeOver ? 'timed-out' : 'fault');

export class Inquiries<Capture> {
  readonly #options: InquiryOptions<Capture>;

  constructor(options: InquiryOptions<Capture>) {
    this.#options = options;
  }

  get #times(): LaneConfig['times'] {
    return this.#options.lane.config.times;
  }

  async identify({ serial, log }: Inquirer, captures: readonly Capture[]): Promise<void> {
    const { identifier } = this.#options.lane.collaborators;
    const ask = () => this.#within(this.#times.identifyMsMax, () => identifier.identify(captures));
    try {
      const found = await log.measure('identify', ask, ({ kind }) => kind);
      if (found.kind === 'one') {
        log.traveller = found.traveller;
        this.#tell({ kind: 'identified', serial, traveller: found.traveller });
      } else this.#tell({ kind: found.kind === 'none' ? 'not-recognised' : 'ambiguous', serial });
    } catch (error) {
      this.#tell({ kind: 'identify-failed', serial, why: whyOf(error) });
    }
  }

  async decide({ serial, log }: Inquirer, traveller: TravellerId): Promise<void> {
    const { id, port, direction, clock, collaborators } = this.#options.lane;
    try {
      if (!collaborators.presence.claim(traveller, id)) {
        this.#tell({ kind: 'already-in-passage', serial });
        return;
      }
      const context = { lane: id, port, direction, at: clock.now() };
      const ask = () =>
        this.#within(this.#times.decideMsMax, () => collaborators.law.decide(traveller, context));
      log.answer = await log.measure('decide', ask, ({ admits }) => (admits ? 'admits' : 'refers'));
      this.#tell({ kind: 'law-answered', serial, finding: findingOf(log.answer) });
    } catch {
      this.#tell({ kind: 'law-failed', serial });
    }
  }

  /** Which finger to ask for is help, not a condition: without it the screen asks for any, and the check decides. */
  async chooseFinger({ serial }: Inquirer, traveller: TravellerId): Promise<void> {
    const { verifier } = this.#options.lane.collaborators;
    try {
      const choice = await this.#within(this.#times.decideMsMax, () => verifier.firstFinger(traveller));
      this.#tell({ kind: 'finger-chosen', serial, choice });
    } catch {
      // Nothing to tell.
    }
  }

  async verify(
    { serial, log }: Inquirer,
    {
      traveller,
      captures,
      image,
    }: { traveller: TravellerId; captures: readonly Capture[]; image: GreyImage },
  ): Promise<void> {
    const { verifier } = this.#options.lane.collaborators;
    const { verifyMsMax } = this.#times;
    const face = () => this.#within(verifyMsMax, () => verifier.verifyFace(traveller, captures));
    const finger = () =>
      this.#within(verifyMsMax, () => verifier.verifyFinger({ passage: log.id, traveller, image }));
    try {
      const [faceVerdict, fingerVerdict] = await Promise.all([
        log.measure('verify-face', face, (verdict) => verdict),
        log.measure('verify-finger', finger, ({ kind }) => kind),
      ]);
      this.#tell({ kind: 'verified', serial, face: faceVerdict, finger: fingerVerdict });
    } catch (error) {
      this.#tell({ kind: 'verify-failed', serial, why: whyOf(error) });
    }
  }

  /** A clearance that comes after its time is still told, so that it is given back. */
  async recordClearance(
    { serial, log }: Inquirer,
    traveller: TravellerId,
    basis: ClearanceBasis,
  ): Promise<void> {
    log.clearancesAsked += 1;
    const ask = () => this.#requestClearance({ serial, log }, traveller, basis);
    const patiently = () => this.#within(this.#options.storeMsMax, ask);
    try {
      await log.measure('record-clearance', patiently, () => 'durable');
    } catch {
      this.#options.onStoreFailed();
      this.#tell({ kind: 'clearance-failed', serial });
    }
  }

  async #requestClearance(
    { serial, log }: Inquirer,
    traveller: TravellerId,
    basis: ClearanceBasis,
  ): Promise<void> {
    const { id, port, direction, clock, collaborators } = this.#options.lane;
    const key = log.clearanceKey;
    const { clearance } = await collaborators.recorder.recordClearance({
      key,
      passage: log.id,
      lane: id,
      port,
      direction,
      traveller,
      basis,
      decisionId: log.answer?.decisionId ?? null,
      at: clock.now(),
    });
    if (key !== log.clearanceKey) {
      this.#options.onOutdated(log, key, clearance);
      return;
    }
    log.clearance = clearance;
    this.#tell({ kind: 'clearance-recorded', serial, clearance });
  }

  #within<T>(msMax: number, call: () => Promise<T>): Promise<T> {
    return within(this.#options.lane.clock, msMax, call);
  }

  #tell(event: AttemptEvent): void {
    this.#options.tell(event);
  }
}

const findingOf = (answer: LawAnswer) => ({
  admits: answer.admits,
  reasons: answer.reasons,
  alternatives: answer.alternatives,
  identity: answer.identity,
  awaitsGuardian: answer.awaitsGuardian !== undefined,
});
