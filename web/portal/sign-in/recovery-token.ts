/** `/sign-in#recovery=TOKEN`: the token lies in the fragment, so that no server writes it into a log. */
import { useState } from 'react';

export function useRecoveryToken(): string | undefined {
  const [token] = useState(() => {
    const found = new URLSearchParams(location.hash.replace(/^#/, '')).get('recovery') ?? undefined;
    // It is not left in the history of a borrowed device.
    if (found) history.replaceState(undefined, '', location.pathname + location.search);
    return found;
  });
  return token;
}
