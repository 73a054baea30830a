import { type GreyImage, isRoomError } from '../../kernel/index.ts';
import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import type { FingerReader } from './contract.ts';

export interface FingerReaderBench {
  readonly reader: FingerReader;
  readonly elapse: Elapse;
  /** Lays a finger on the glass, or takes it away. */
  readonly lay: (finger: boolean) => void;
}

export function fingerReaderConformance(setup: () => FingerReaderBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().reader),
    { name: 'waits for a finger and then gives a whole grey picture', run: () => captures(setup()) },
    { name: 'rejects with CANCELLED when called off', run: () => callsOff(setup()) },
    { name: 'rejects with DEVICE_FAULT when it is not open', run: () => refusesClosed(setup()) },
  ];
}

const codeOf = async (capture: Promise<GreyImage>): Promise<string> =>
  capture.then(
    () => 'resolved',
    (error: unknown) => (isRoomError(error) ? error.code : 'unknown'),
  );

async function captures({ reader, elapse, lay }: FingerReaderBench): Promise<void> {
  await reader.open();
  let image: GreyImage | null = null;
  const capture = reader.capture(new AbortController().signal).then((taken) => {
    image = taken;
    return taken;
  });
  await elapse(1_000);
  claim(image === null, 'nothing is captured from an empty glass');
  lay(true);
  await elapse(2_000);
  const { width, height, data } = await capture;
  claim(data.length === width * height && data.length > 0, 'a picture has one byte a pixel');
}

async function callsOff({ reader, elapse }: FingerReaderBench): Promise<void> {
  await reader.open();
  const control = new AbortController();
  const code = codeOf(reader.capture(control.signal));
  await elapse(200);
  control.abort();
  claim((await code) === 'CANCELLED', 'a capture called off is CANCELLED');
  claim((await codeOf(reader.capture(control.signal))) === 'CANCELLED', 'so is one called off beforehand');
}

async function refusesClosed({ reader }: FingerReaderBench): Promise<void> {
  const code = await codeOf(reader.capture(new AbortController().signal));
  claim(code === 'DEVICE_FAULT', 'a reader that is not open is a DEVICE_FAULT');
}
