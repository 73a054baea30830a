/** The key list on this device: fetched while there is a network, kept for when there is none, and trusted from the first visit on. */
import { useCallback, useEffect, useState } from 'react';
import {
  type KeyList,
  openKeyList,
  type PublicKey,
  type ToldKeys,
  tellKeys,
  toldAnchors,
} from '../../src/credentials/index.ts';
import { type Answer, getJson } from '../shared/api/request.ts';

const ADDRESS = '/v1/credentials/keys';
const STORED = 'kouan.keys';

function readKept(): ToldKeys | undefined {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

// Storage may be switched off or full; the page then simply needs the network next time.
function keep(list: string, anchors: readonly PublicKey[]): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(tellKeys(list, anchors)));
  } catch {
    return;
  }
}

/** Undefined also for a copy that something else has written over. */
async function openKept(): Promise<KeyList | undefined> {
  try {
    const kept = readKept();
    const opened = kept && (await openKeyList(kept.list, { anchors: toldAnchors(kept) }));
    return opened?.outcome === 'opened' ? opened.list : undefined;
  } catch {
    return undefined;
  }
}

export type KeysAtHand =
  | { readonly state: 'loading' | 'insecure' }
  | { readonly state: 'failed'; readonly answer: Answer<unknown> }
  /** Signed by somebody whom this device does not know; `trust` takes it all the same. */
  | { readonly state: 'strange'; readonly fingerprint: string; readonly trust: () => void }
  | { readonly state: 'ready'; readonly list: KeyList; readonly offline: boolean };

/** What the answer of the server, and the copy here, come to. */
async function settle(
  answer: Answer<ToldKeys>,
  trusted: readonly PublicKey[] | undefined,
): Promise<KeysAtHand | 'strange'> {
  const kept = trusted ? undefined : await openKept();
  if (answer.outcome !== 'ok') {
    return kept ? { state: 'ready', list: kept, offline: true } : { state: 'failed', answer };
  }
  const told = answer.value;
  const anchors = trusted ?? kept?.anchors ?? toldAnchors(told);
  const opened = await openKeyList(told.list, kept ? { anchors, atHand: kept } : { anchors });
  if (opened.outcome === 'opened') {
    // Only the anchors that it names are trusted from now on: one that it leaves out may have been stolen.
    keep(told.list, opened.list.anchors);
    return { state: 'ready', list: opened.list, offline: false };
  }
  return opened.outcome === 'older' && kept ? { state: 'ready', list: kept, offline: false } : 'strange';
}

export function useKeys(): { readonly keys: KeysAtHand; readonly update: () => void } {
  const [keys, setKeys] = useState<KeysAtHand>({ state: 'loading' });
  const load = useCallback(async (trusted?: readonly PublicKey[]) => {
    // Without it no signature can be checked, and nothing must look as if it had been.
    if (!window.isSecureContext) return setKeys({ state: 'insecure' });
    const answer = await getJson<ToldKeys>(ADDRESS);
    const settled = await settle(answer, trusted);
    if (settled !== 'strange' || answer.outcome !== 'ok')
      return setKeys(settled === 'strange' ? { state: 'failed', answer } : settled);
    const anchors = toldAnchors(answer.value);
    const fingerprint = anchors.map(({ kid }) => kid).join(' ');
    setKeys({ state: 'strange', fingerprint, trust: () => void load(anchors) });
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  return { keys, update: () => void load() };
}
