/** The kiosk pages' way to a lane: its screen, the person's buttons, the webcam's pictures, the receipt. */
import QRCode from 'qrcode';
import { decodeImage } from '../../biometrics/node.ts';
import { formatInstant, type GreyImage, RoomError, type TravellerId } from '../../kernel/index.ts';
import type { LaneSnapshot } from '../../lane/index.ts';
import type {
  CaptureAnswer,
  KioskSource,
  KioskView,
  ReceiptView,
  TravellerInput,
} from '../../server/index.ts';
import type { House } from '../house/house.ts';
import type { KioskLane } from './kiosk-lane.ts';
import { PORT } from './lane-plan.ts';
import { screenViewOf } from './lane-view.ts';
import type { Port } from './port.ts';

export interface KioskSourceParts {
  readonly house: House;
  readonly port: Port;
  readonly kiosk: KioskLane;
  /** The impression that the simulated reader makes of the finger of this traveller that is asked for. */
  readonly impressionOf: (traveller: TravellerId, attempt: number, asked?: string) => Promise<GreyImage>;
}

/** Conditions in which a lane looks at faces. */
const LOOKING = new Set(['free', 'awaiting-face', 'awaiting-finger']);

export function openKioskSource(parts: KioskSourceParts): KioskSource {
  const { house, port, kiosk } = parts;
  const last: { crossing: ReceiptView | undefined; traveller: TravellerId | null } = {
    crossing: undefined,
    traveller: null,
  };
  kiosk.on((snapshot) => remember(parts, snapshot, last));
  return {
    view: (id, viewer) => viewOf(port, house, id, viewer.officer),
    on(id, listener) {
      const plan = port.planOf(id);
      const now = plan && port.viewOf(id);
      if (!now) return () => {};
      listener({ name: 'lane', data: now });
      listener({ name: 'screen', data: now.screen });
      return port.on((event) => {
        if (event.name !== 'lane' || event.data.id !== id) return;
        listener({ name: 'lane', data: event.data });
        listener({ name: 'screen', data: event.data.screen });
      });
    },
    frame: (id, jpeg) => takeFrame(parts, id, jpeg),
    input: (id, input) => act(parts, id, input),
    receipt: async () => last.crossing,
  };
}

function viewOf(port: Port, { settings }: House, id: string, signedIn: boolean): KioskView | undefined {
  const plan = port.planOf(id);
  const lane = port.laneOf(id);
  if (!plan || !lane) return undefined;
  return {
    lane: id,
    direction: plan.direction,
    port: { id: PORT.id, name: PORT.name },
    mode: plan.kind === 'kiosk' ? 'walk-through' : 'mirror',
    fingerReader: 'simulated',
    pad: settings.production ? 'required' : 'advisory',
    screen: screenViewOf(lane.snapshot()),
    signedIn,
  };
}

async function takeFrame(
  { port, kiosk }: KioskSourceParts,
  id: string,
  jpeg: Uint8Array,
): Promise<CaptureAnswer> {
  const lane = walkThrough(port, id);
  const { condition, screen } = lane.snapshot();
  const guidance = [...(screen?.guidance ?? [])];
  if (!LOOKING.has(condition)) return { outcome: 'complete', guidance: [], taken: 0, needed: 0 };
  kiosk.push(await decodeImage(jpeg));
  return { outcome: guidance.length > 0 ? 'adjust' : 'taken', guidance, taken: 0, needed: 0 };
}

async function act(
  { port, kiosk, impressionOf }: KioskSourceParts,
  id: string,
  input: TravellerInput['input'],
): Promise<void> {
  if (input === 'help') return port.laneOf(id)?.traveller('help');
  const lane = walkThrough(port, id);
  switch (input) {
    case 'step-in':
      return kiosk.step('in');
    case 'step-out':
    case 'walk-back':
      return kiosk.step('out');
    case 'finger': {
      const { passage, screen } = lane.snapshot();
      const traveller = passage?.traveller;
      if (!traveller)
        throw new RoomError('NOT_FOUND', 'Nobody is being verified here now.', { field: 'input' });
      kiosk.layFinger(await impressionOf(traveller, kiosk.nextAttempt(), screen?.finger));
      return;
    }
    case 'receipt':
      await lane.printReceipt();
      return;
    default:
      return lane.traveller(input);
  }
}

function walkThrough(port: Port, id: string) {
  const lane = port.laneOf(id);
  if (!lane) throw new RoomError('NOT_FOUND', `There is no lane ${id.slice(0, 12)}.`, { field: 'lane' });
  if (port.planOf(id)?.kind !== 'kiosk') {
    throw new RoomError('NOT_ALLOWED', 'This lane has devices of its own; only its screen is shown here.', {
      field: 'lane',
    });
  }
  return lane;
}

/** The receipt stands until the next person is before the camera (E-06). */
function remember(
  { house }: KioskSourceParts,
  { condition, passage, direction, screen, at }: LaneSnapshot,
  last: { crossing: ReceiptView | undefined; traveller: TravellerId | null },
): void {
  if (condition === 'awaiting-face') last.crossing = undefined;
  if (passage?.traveller) last.traveller = passage.traveller;
  if (screen?.message !== 'thank-you' || !last.traveller) return;
  void latestReceipt(house, last.traveller, direction, formatInstant(at)).then((receipt) => {
    last.crossing = receipt;
  });
}

async function latestReceipt(
  { records }: House,
  traveller: TravellerId,
  direction: 'entry' | 'exit',
  at: string,
): Promise<ReceiptView> {
  const crossing = await records.crossings.latestAt(traveller, PORT.id, {
    actor: 'host/kiosk',
    purpose: 'receipt',
  });
  const reference = crossing?.id ?? '';
  const qr = await QRCode.toString(`KOUAN1:${reference}`, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 4,
  });
  return { port: PORT.name, direction, at, documentTail: crossing?.documentLast4 ?? '', reference, qr };
}
