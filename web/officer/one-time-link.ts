/** `/officer#link=TOKEN`: the token lies in the fragment, so that no server writes it into a log. */
import { useEffect, useState } from 'react';
import { type Answer, sendJson } from '../shared/api/request.ts';

export const tokenIn = (fragment: string): string | undefined =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('link') ?? undefined;

export type LinkState = 'none' | 'using' | 'spent';

// Development renders twice; a token works once.
let used: Promise<Answer<unknown>> | undefined;

export function useOneTimeLink(): LinkState {
  const [token] = useState(() => tokenIn(location.hash));
  const [state, setState] = useState<LinkState>(token ? 'using' : 'none');
  useEffect(() => {
    if (!token) return;
    history.replaceState(undefined, '', '/officer');
    used ??= sendJson('POST', '/v1/session/link', { token });
    used
      .then((answer) => {
        if (answer.outcome === 'ok') location.replace('/port');
        else setState('spent');
      })
      .catch(() => setState('spent'));
  }, [token]);
  return state;
}
