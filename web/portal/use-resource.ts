/** Something of the server's, as a page shows it: loading, there, or failed with a way to try again. */
import { useCallback, useEffect, useState } from 'react';
import { type Answer, getJson } from '../shared/api/request.ts';

export interface Resource<T> {
  readonly value: T | undefined;
  readonly failure: Answer<T> | undefined;
  readonly renew: () => void;
  readonly put: (value: T) => void;
}

export function useResource<T>(path: string): Resource<T> {
  const [answer, setAnswer] = useState<{ readonly path: string; readonly answer: Answer<T> }>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void round;
    void getJson<T>(path, stop.signal).then((got) => {
      if (!stop.signal.aborted) setAnswer({ path, answer: got });
    });
    return () => stop.abort();
  }, [path, round]);
  const renew = useCallback(() => setRound((count) => count + 1), []);
  const put = useCallback((value: T) => setAnswer({ path, answer: { outcome: 'ok', value } }), [path]);
  const current = answer?.path === path ? answer.answer : undefined;
  return {
    value: current?.outcome === 'ok' ? current.value : undefined,
    failure: current && current.outcome !== 'ok' ? current : undefined,
    renew,
    put,
  };
}
