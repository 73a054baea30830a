/** The compiled scan module, joined to a memory. */
import { SCAN_MODULE_BASE64 } from './scan-module.gen.ts';

/** Addresses are byte offsets; from 2 GiB on they arrive as negative numbers, which the module reads as unsigned. */
type Scan = (
  vectors: number,
  norms: number,
  row: number,
  rowEnd: number,
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
  bytesPerRow: number,
  tables: number,
  limits: number,
  hits: number,
  hitsMax: number,
) => number;

export interface ScanKernel {
  readonly scan: Scan;
  readonly sketch: Sketch;
  readonly read: (from: number, to: number) => number;
}

let compiled: WebAssembly.Module | undefined;

function scanModule(): WebAssembly.Module {
  if (compiled) return compiled;
  const binary = Uint8Array.from(atob(SCAN_MODULE_BASE64), (sign) => sign.charCodeAt(0));
  compiled = new WebAssembly.Module(binary);
  return compiled;
}

/** The kernel for vectors of `dims` dimensions (a multiple of 16) in this memory. */
export function openScanKernel(memory: WebAssembly.Memory, dims: number): ScanKernel {
  const { exports } = new WebAssembly.Instance(scanModule(), { gallery: { memory } });
  return {
    scan: exports[dims % 32 === 0 ? 'scanWide' : 'scanNarrow'] as Scan,
    sketch: exports.sketch as Sketch,
    read: exports.read as ScanKernel['read'],
  };
}
