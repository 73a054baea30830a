/** Whether an officer is signed in in this browser. */
import { useCallback, useEffect, useState } from 'react';
import type { SessionView } from '../../../src/server/index.ts';
import { type Answer, getJson } from './request.ts';

export function useSession(): {
  readonly session: SessionView | undefined;
  readonly failure: Answer<SessionView> | undefined;
  readonly renew: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<Answer<SessionView>>();
  const renew = useCallback(async () => setAnswer(await getJson<SessionView>('/v1/session')), []);
  useEffect(() => {
    renew().catch(() => undefined);
  }, [renew]);
  const session = answer?.outcome === 'ok' ? answer.value : undefined;
  return { session, failure: answer?.outcome === 'ok' ? undefined : answer, renew };
}
