/** Who looked at a person's data, and why (R20): the audit log in closed codes, which the pages turn into words. */
import type { Asking, MyDataParts } from './parts.ts';

/** `you`: this account. `account`: another account that passed for this person. `port`: a lane or the house itself. */
export type LookerKind = 'you' | 'account' | 'officer' | 'port' | 'operator';

export interface Look {
  /** RFC 3339. */
  readonly at: string;
  readonly action: string;
  readonly kind: LookerKind;
  /** Tells one officer or account from another, and leads to no name. */
  readonly pseudonym?: string;
  readonly purpose?: string;
}

const LOOKS_MAX = 500;

/** Newest first. */
export async function readLooks(parts: MyDataParts, who: Asking): Promise<Look[]> {
  const leaves = await parts.audit.of(who.traveller);
  return leaves
    .slice(-LOOKS_MAX)
    .toReversed()
    .flatMap((leaf) => lookOf(leaf, who, parts));
}

function lookOf(
  leaf: string,
  { account }: Asking,
  { pseudonymOf }: Pick<MyDataParts, 'pseudonymOf'>,
): Look[] {
  const { ts, action, actor, purpose } = JSON.parse(leaf) as Readonly<Record<string, unknown>>;
  if (typeof ts !== 'string' || typeof action !== 'string' || typeof actor !== 'string') return [];
  const kind = kindOf(actor, account);
  return [
    {
      at: ts,
      action,
      kind,
      ...(kind === 'officer' || kind === 'account' ? { pseudonym: pseudonymOf(actor) } : {}),
      ...(typeof purpose === 'string' ? { purpose } : {}),
    },
  ];
}

/** Ids tell by their first letter what they name; see `kernel/ids.ts`. */
function kindOf(actor: string, account: string): LookerKind {
  if (actor === account) return 'you';
  if (actor.startsWith('U-')) return 'account';
  if (actor.startsWith('O-')) return 'officer';
  return actor.startsWith('cli') ? 'operator' : 'port';
}
