/** The compiled scan module, joined to a memory. */
import { passesSelfTest, relaxedAllowed } from './relaxed-self-test.ts';
import { RELAXED_SCAN_MODULE_BASE64, SCAN_MODULE_BASE64 } from './scan-module.gen.ts';

/** Addresses are byte offsets; from 2 GiB on they arrive as negative numbers, which the module reads as unsigned. */
type Scan = (
  vectors: number,
  norms: number,
  row: number,
  rowEnd: number,
  stride: number,
  dims: number,
  probe: number,
  bias: number,
  limit: number,
  hits: number,
  hitsMax: number,
) => number;

type Sketch = (
  signs: number,
  classes: number,
  row: number,
  rowEnd: number,
  stride: number,
  bytesPerRow: number,
  tables: number,
  limits: number,
  hits: number,
  hitsMax: number,
) => number;

type Read = (from: number, to: number, stride: number) => number;

export interface ScanKernel {
  readonly scan: Scan;
  readonly sketch: Sketch;
  /** In eight streams, as the scan does. */
  readonly read: Read;
  /** From the first byte to the last. */
  readonly readInOrder: Read;
}

let chosen: WebAssembly.Module | undefined;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

function join(module: WebAssembly.Module, memory: WebAssembly.Memory): ScanKernel {
  const { exports } = new WebAssembly.Instance(module, { gallery: { memory } });
  return {
    scan: exports.scan as Scan,
    sketch: exports.sketch as Sketch,
    read: exports.read as Read,
    readInOrder: exports.readInOrder as Read,
  };
}

/** The relaxed module where it is allowed, compiles and has just given the plain module's answers. */
function chooseModule(): WebAssembly.Module {
  const plain = new WebAssembly.Module(bytesOf(SCAN_MODULE_BASE64));
  if (!relaxedAllowed(globalThis.process?.versions.node)) return plain;
  const relaxedBytes = bytesOf(RELAXED_SCAN_MODULE_BASE64);
  if (!WebAssembly.validate(relaxedBytes)) return plain;
  const relaxed = new WebAssembly.Module(relaxedBytes);
  const passes = passesSelfTest(
    (memory) => join(plain, memory),
    (memory) => join(relaxed, memory),
  );
  return passes ? relaxed : plain;
}

/** The kernel in this memory. */
export function openScanKernel(memory: WebAssembly.Memory): ScanKernel {
  chosen ??= chooseModule();
  return join(chosen, memory);
}
