/** The traveller's account in this browser, as the server sees it. */
import { useCallback, useEffect, useState } from 'react';
import type { AccountAnswer } from '../../../src/server/index.ts';
import { type Answer, getJson } from './request.ts';

export interface AccountState {
  readonly answer: AccountAnswer | undefined;
  readonly account: AccountAnswer['account'];
  readonly failure: Answer<AccountAnswer> | undefined;
  readonly renew: () => Promise<void>;
}

export function useAccount(): AccountState {
  const [latest, setLatest] = useState<Answer<AccountAnswer>>();
  const renew = useCallback(async () => setLatest(await getJson<AccountAnswer>('/v1/account')), []);
  useEffect(() => {
    renew().catch(() => undefined);
  }, [renew]);
  const answer = latest?.outcome === 'ok' ? latest.value : undefined;
  return { answer, account: answer?.account, failure: latest?.outcome === 'ok' ? undefined : latest, renew };
}
