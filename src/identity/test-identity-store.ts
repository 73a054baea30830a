/** For tests: identity's store in memory. */
import type { Challenge, IdentityStore, Officer, Passkey, Session, SignInLink } from './identity-store.ts';

export function memoryStore(): IdentityStore & { contents(): unknown } {
  const officers = new Map<string, Officer>();
  const passkeys = new Map<string, Passkey>();
  const links = new Map<string, SignInLink>();
  const challenges = new Map<string, Challenge>();
  const sessions = new Map<string, Session>();
  return {
    contents: () => [officers, passkeys, links, challenges, sessions].map((map) => [...map]),
    addOfficer: async (officer) => void officers.set(officer.id, officer),
    officer: async (id) => officers.get(id),
    officers: async () => [...officers.values()],
    async disableOfficer(id, at) {
      const officer = officers.get(id);
      if (officer) officers.set(id, { ...officer, disabledAt: at });
      for (const map of [passkeys, links, challenges, sessions]) {
        for (const [key, value] of map) if (value.officer === id) map.delete(key);
      }
    },
    addPasskey: async (passkey) => void passkeys.set(passkey.credentialId, passkey),
    passkey: async (id) => passkeys.get(id),
    passkeysOf: async (officer) => [...passkeys.values()].filter((passkey) => passkey.officer === officer),
    async advancePasskey(id, { from, to }, at) {
      const passkey = passkeys.get(id);
      if (passkey?.counter !== from) return false;
      passkeys.set(id, { ...passkey, counter: to, usedAt: at });
      return true;
    },
    addLink: async (link) => void links.set(link.tokenHash, link),
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
    async forgetExpired(now, startedBefore) {
      for (const map of [links, challenges]) {
        for (const [key, value] of map) if (value.expiresAt < now) map.delete(key);
      }
      for (const [key, value] of sessions) if (value.startedAt < startedBefore) sessions.delete(key);
    },
  };
}

function take<T>(map: Map<string, T>, key: string): T | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
