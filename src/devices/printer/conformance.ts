import { isRoomError } from '../../kernel/index.ts';
import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import { PRINT_LINES_MAX, type Printer } from './contract.ts';

export interface PrinterBench {
  readonly printer: Printer;
  readonly elapse: Elapse;
}

export function printerConformance(setup: () => PrinterBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().printer),
    { name: 'prints a receipt of the longest length', run: () => prints(setup()) },
    { name: 'rejects a longer one with FIELD_INVALID', run: () => refusesLonger(setup()) },
    { name: 'rejects with DEVICE_FAULT when it is not open', run: () => refusesClosed(setup()) },
  ];
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`);
const codeOf = (error: unknown) => (isRoomError(error) ? error.code : 'unknown');

async function prints({ printer, elapse }: PrinterBench): Promise<void> {
  await printer.open();
  const outcome = printer.print({ lines: lines(PRINT_LINES_MAX), qr: 'KOUAN' });
  await elapse(10_000);
  claim((await outcome) === 'printed', 'the receipt is printed');
}

async function refusesLonger({ printer }: PrinterBench): Promise<void> {
  await printer.open();
  const code = await printer.print({ lines: lines(PRINT_LINES_MAX + 1) }).catch(codeOf);
  claim(code === 'FIELD_INVALID', 'too many lines are FIELD_INVALID');
}

async function refusesClosed({ printer }: PrinterBench): Promise<void> {
  const code = await printer.print({ lines: lines(1) }).catch(codeOf);
  claim(code === 'DEVICE_FAULT', 'a printer that is not open is a DEVICE_FAULT');
}
