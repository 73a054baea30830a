/** For tests: the accounts' store in memory. */
import type { Instant } from '../../kernel/index.ts';
import type { SignInStore } from '../sign-in/sign-in-store.ts';
import { memorySignIn } from '../sign-in/test-sign-in-store.ts';
import type {
  Account,
  AccountConsent,
  AccountStore,
  Attempt,
  ContactCode,
  Contacts,
} from './account-store.ts';

export function memoryAccounts(): AccountStore {
  const accounts = new Map<string, Account>();
  const contacts = new Map<string, Contacts>();
  const { store } = memorySignIn();
  const change = (id: string, fields: Partial<Account>) => {
    const account = accounts.get(id);
    if (account) accounts.set(id, { ...account, ...fields });
  };
  return {
    ...store,
    ...memorySubjects(accounts),
    ...memoryPresence(accounts, store),
    ...memoryCodes(),
    ...memoryConsents(),
    ...memoryAttempts(),
    addAccount: async (account) => void accounts.set(account.id, account),
    account: async (id) => accounts.get(id),
    setKind: async (id, kind) => change(id, { kind }),
    setLanguage: async (id, language) => change(id, { language }),
    setRealName: async (id, traveller, at) => change(id, { realName: { traveller, at } }),
    accountsOf: async (traveller) =>
      [...accounts.values()].filter(
        ({ realName, closedAt }) => realName?.traveller === traveller && closedAt === undefined,
      ),
    contacts: async (id) => contacts.get(id) ?? {},
    async setContacts(id, kept, mainlandMobile) {
      contacts.set(id, kept);
      change(id, { mainlandMobile });
    },
    async closeAccount(id, at) {
      await store.endSignInOf(id);
      contacts.delete(id);
      change(id, { closedAt: at, mainlandMobile: false });
    },
  };
}

function memorySubjects(accounts: ReadonlyMap<string, Account>) {
  const subjects = new Map<string, string>();
  return {
    accountOfSubject: async (issuer: string, subject: string) =>
      accounts.get(subjects.get(`${issuer} ${subject}`) ?? ''),
    async setSubject(id: string, issuer: string, subject: string) {
      const key = `${issuer} ${subject}`;
      if (subjects.has(key)) return false;
      subjects.set(key, id);
      return true;
    },
  };
}

function memoryPresence(accounts: ReadonlyMap<string, Account>, store: SignInStore) {
  const present = new Map<string, Instant>();
  return {
    async session(hash: string) {
      const session = await store.session(hash);
      const account = session && accounts.get(session.holder);
      const realPersonAt = present.get(hash);
      return (
        session && account && { ...session, account, ...(realPersonAt !== undefined && { realPersonAt }) }
      );
    },
    setRealPerson: async (hash: string, at: Instant) => void present.set(hash, at),
  };
}

function memoryCodes() {
  const codes = new Map<string, ContactCode>();
  return {
    setCode: async (code: ContactCode) => void codes.set(code.account, code),
    async tryCode(account: string) {
      const code = codes.get(account);
      if (!code || code.triesLeft === 0) return undefined;
      codes.set(account, { ...code, triesLeft: code.triesLeft - 1 });
      return code;
    },
    forgetCode: async (account: string) => void codes.delete(account),
  };
}

function memoryConsents() {
  let consents: AccountConsent[] = [];
  const isOf = (account: string, purpose: string) => (each: AccountConsent) =>
    each.account === account && each.purpose === purpose;
  return {
    addConsent: async (consent: AccountConsent) => void consents.push(consent),
    consentFor: async (account: string, purpose: string) =>
      consents.findLast(isOf(account, purpose))?.textVersion,
    async withdrawConsent(account: string, purpose: string) {
      const withdrawn = isOf(account, purpose);
      consents = consents.filter((each) => !withdrawn(each));
    },
  };
}

function memoryAttempts() {
  let attempts: (Attempt & { id: number })[] = [];
  let serial = 0;
  return {
    async addAttempt(attempt: Attempt) {
      serial += 1;
      attempts.push({ id: serial, ...attempt });
      return serial;
    },
    attemptsSince: async (act: string, subject: string, since: Instant) =>
      attempts
        .filter((each) => each.act === act && each.subject === subject && each.at >= since)
        .map(({ at }) => at),
    async dropAttempt(id: number) {
      attempts = attempts.filter((each) => each.id !== id);
    },
    async dropAttemptsOf(act: string, subject: string) {
      attempts = attempts.filter((each) => each.act !== act || each.subject !== subject);
    },
  };
}
