/**
 * Whether relaxed SIMD may be trusted on this machine. V8 of Node 20 gave wrong answers with it before its code was
 * optimised, so it is used on Node 22 and later alone, and only once it has given the plain module's answers here.
 */
import { seededRandom } from '../../kernel/index.ts';
import type { ScanKernel } from './scan-kernel.ts';

const NODE_MAJOR_MIN = 22;
const PAGES = 2;
const [ROWS, STRIDE, BYTES_PER_ROW] = [256, 64, 16];
const [HITS_AT, HITS_MAX, TABLES_AT, LIMITS_AT, CLASSES_AT, SIGNS_AT] = [
  64, 1024, 8192, 8704, 16_384, 65_536,
];
/** Enough for both compilers of V8 to have had their turn in most runs; 10 ms in all. */
const ROUNDS = 200;

export function relaxedAllowed(nodeVersion: string | undefined): boolean {
  return nodeVersion !== undefined && Number.parseInt(nodeVersion, 10) >= NODE_MAJOR_MIN;
}

type Join = (memory: WebAssembly.Memory) => Pick<ScanKernel, 'sketch'>;

/** Rows that the sketch lists, as numbers; the list is emptied first, so that none is left from before. */
function listed({ sketch }: Pick<ScanKernel, 'sketch'>, memory: WebAssembly.Memory): string {
  const hits = new Uint32Array(memory.buffer, HITS_AT, HITS_MAX + 4);
  hits.fill(0);
  sketch(SIGNS_AT, CLASSES_AT, 0, STRIDE, STRIDE, BYTES_PER_ROW, TABLES_AT, LIMITS_AT, HITS_AT, HITS_MAX);
  return hits.subarray(4, 4 + hits[0]!).join();
}

/** Compares two kernels on rows, tables and limits drawn by chance; about half of the rows are listed. */
export function passesSelfTest(plain: Join, relaxed: Join): boolean {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
  const [trusted, tested] = [plain(memory), relaxed(memory)];
  const random = seededRandom(1);
  const bytes = new Uint8Array(memory.buffer);
  const fill = (at: number, count: number, most: number) => {
    for (let i = 0; i < count; i++) bytes[at + i] = random.int(0, most);
  };
  fill(SIGNS_AT, ROWS * BYTES_PER_ROW, 255);
  fill(CLASSES_AT, ROWS, 15);
  for (let round = 0; round < ROUNDS; round++) {
    fill(TABLES_AT, BYTES_PER_ROW * 32, 127);
    // 32 entries near 64 add up to about 2048 = 8 x 256.
    fill(LIMITS_AT, 16, 255);
    bytes.fill(7 + (round & 1), LIMITS_AT + 16, LIMITS_AT + 32);
    if (listed(trusted, memory) !== listed(tested, memory)) return false;
  }
  return true;
}
