/** For tests: what signing in needs kept, in memory. */
import type { Challenge, OneTimeLink, Passkey, Session, SignInStore } from './sign-in-store.ts';

export function memorySignIn() {
  const passkeys = new Map<string, Passkey>();
  const links = new Map<string, OneTimeLink>();
  const challenges = new Map<string, Challenge>();
  const sessions = new Map<string, Session>();
  const all = [passkeys, links, challenges, sessions];
  const endOf = (maps: readonly Map<string, { holder?: string }>[], holder: string) => {
    for (const map of maps) {
      for (const [key, value] of map) if (value.holder === holder) map.delete(key);
    }
  };
  const store: SignInStore = {
    addPasskey: async (passkey) => void passkeys.set(passkey.credentialId, passkey),
    passkey: async (id) => passkeys.get(id),
    passkeysOf: async (holder) => [...passkeys.values()].filter((passkey) => passkey.holder === holder),
    async advancePasskey(id, { from, to }, at) {
      const passkey = passkeys.get(id);
      if (passkey?.counter !== from) return false;
      passkeys.set(id, { ...passkey, counter: to, usedAt: at });
      return true;
    },
    removePasskey: async (holder, id) => passkeys.get(id)?.holder === holder && passkeys.delete(id),
    addLink: async (link) => void links.set(link.tokenHash, link),
    link: async (hash) => links.get(hash),
    takeLink: async (hash) => take(links, hash),
    addChallenge: async (challenge) => void challenges.set(challenge.challenge, challenge),
    takeChallenge: async (challenge) => take(challenges, challenge),
    addSession: async (session) => void sessions.set(session.idHash, session),
    session: async (hash) => sessions.get(hash),
    async touchSession(hash, at) {
      const session = sessions.get(hash);
      if (session) sessions.set(hash, { ...session, seenAt: at });
    },
    endSession: async (hash) => void sessions.delete(hash),
    endSessionsOf: async (holder) => endOf([sessions], holder),
    endSignInOf: async (holder) => endOf(all, holder),
    async forgetExpired(now, startedBefore) {
      for (const map of [links, challenges]) {
        for (const [key, value] of map) if (value.expiresAt < now) map.delete(key);
      }
      for (const [key, value] of sessions) if (value.startedAt < startedBefore) sessions.delete(key);
    },
  };
  return { store, maps: all };
}

function take<T>(map: Map<string, T>, key: string): T | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
