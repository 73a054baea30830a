/** For tests: the officers' store in memory. */
import { memorySignIn } from '../sign-in/test-sign-in-store.ts';
import type { IdentityStore, Officer } from './officer-store.ts';

export function memoryStore(): IdentityStore & { contents(): unknown } {
  const officers = new Map<string, Officer>();
  const { store, maps } = memorySignIn();
  return {
    ...store,
    contents: () => [officers, ...maps].map((map) => [...map]),
    addOfficer: async (officer) => void officers.set(officer.id, officer),
    officer: async (id) => officers.get(id),
    officers: async () => [...officers.values()],
    async disableOfficer(id, at) {
      const officer = officers.get(id);
      if (officer) officers.set(id, { ...officer, disabledAt: at });
      await store.endSignInOf(id);
    },
  };
}
