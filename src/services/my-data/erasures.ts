/** Proof of erasure: the leaf in the tamper-evident log that says how many templates went, and its hash in the log's tree. */
import { RoomError } from '../../kernel/index.ts';
import type { Modality } from '../enrolment/consent-texts.ts';
import type { Asking, MyDataParts } from './parts.ts';

export interface Erasure {
  /** Id of the leaf. */
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly modality: Modality;
  readonly templatesErased: number;
  /** Leaf hash in hex, by RFC 6962, 2.1: whoever audits the log finds it there. */
  readonly leafHash: string;
}

/** Newest first. */
export async function readErasures(
  { audit }: Pick<MyDataParts, 'audit'>,
  { traveller }: Asking,
): Promise<Erasure[]> {
  const leaves = await audit.of(traveller);
  const erasures = await Promise.all(leaves.toReversed().map(erasureOf));
  return erasures.flatMap((erasure) => (erasure ? [erasure] : []));
}

/** Throws NOT_FOUND for a receipt of somebody else too. */
export async function readErasure(parts: MyDataParts, who: Asking, id: string): Promise<Erasure> {
  const erasure = (await readErasures(parts, who)).find((one) => one.id === id);
  if (erasure) return erasure;
  throw new RoomError('NOT_FOUND', 'There is no such receipt of yours.', { field: 'receipt' });
}

async function erasureOf(leaf: string): Promise<Erasure | undefined> {
  const { id, ts, action, result, count } = JSON.parse(leaf) as Readonly<Record<string, unknown>>;
  const modality = result === 'face' || result === 'fingerprint' ? result : undefined;
  if (action !== 'erasure-attested' || !modality || typeof count !== 'number') return undefined;
  return { id: String(id), at: String(ts), modality, templatesErased: count, leafHash: await leafHash(leaf) };
}

async function leafHash(leaf: string): Promise<string> {
  const text = new TextEncoder().encode(leaf);
  const input = new Uint8Array(text.length + 1);
  input.set(text, 1);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', input));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
