/** One-dimensional kernels of the ridge filter. */
import { EXTRACTION } from '../tuning.ts';

/** A Gaussian of sum 1, samples at -reach … reach pixels. */
export function ridgeKernel(reach: number, sigma: number): Float32Array {
  const bell = (_: unknown, k: number) => Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, bell);
  const total = kernel.reduce((sum, value) => sum + value, 0);
  return kernel.map((value) => value / total);
}

/** Which packet of the bank serves a period; periods outside the range take the nearest. */
export function bankIndex(period: number): number {
  const { periodPxMin, periodPxMax, periodBankStepPx } = EXTRACTION;
  const clamped = Math.min(periodPxMax, Math.max(periodPxMin, period));
  return Math.round((clamped - periodPxMin) / periodBankStepPx);
}

/** The right half (0 … reach) of a wave packet for each period; the left half is its mirror, negated for odd ones. */
interface WaveBank {
  readonly even: Float32Array;
  readonly odd: Float32Array;
}

const banks = new Map<number, WaveBank>();

export function waveBank(reach: number): WaveBank {
  const known = banks.get(reach);
  if (known) return known;
  const size = bankIndex(EXTRACTION.periodPxMax) + 1;
  const bank = { even: new Float32Array(size * (reach + 1)), odd: new Float32Array(size * (reach + 1)) };
  for (let index = 0; index < size; index++) {
    const packet = wavePacket(reach, EXTRACTION.periodPxMin + index * EXTRACTION.periodBankStepPx);
    bank.even.set(packet.even.subarray(reach), index * (reach + 1));
    bank.odd.set(packet.odd.subarray(reach), index * (reach + 1));
  }
  banks.set(reach, bank);
  return bank;
}

/** Even packets have no mean; both kinds answer 1 to a wave of height 1 of their own period. */
export function wavePacket(reach: number, period: number): WaveBank {
  const envelope = ridgeKernel(reach, EXTRACTION.acrossSigmaPeriods * period);
  const phase = (k: number) => ((2 * Math.PI) / period) * (k - reach);
  const cosine = envelope.map((value, k) => value * Math.cos(phase(k)));
  const sine = envelope.map((value, k) => value * Math.sin(phase(k)));
  const mean = cosine.reduce((sum, value) => sum + value, 0);
  const flat = cosine.map((value, k) => value - mean * envelope[k]!);
  const gainEven = flat.reduce((sum, value, k) => sum + value * Math.cos(phase(k)), 0);
  const gainOdd = sine.reduce((sum, value, k) => sum + value * Math.sin(phase(k)), 0);
  return { even: flat.map((value) => value / gainEven), odd: sine.map((value) => value / gainOdd) };
}
