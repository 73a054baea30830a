/** From what an identity provider vouches for to an account: found by the provider's subject, or opened. */
import { type Language, newId } from '../../kernel/index.ts';
import type { Vouched } from '../oidc/providers.ts';
import type { Refused } from '../sign-in/desk.ts';
import { type SignedIn, signIn } from './account-sessions.ts';
import type { Account } from './account-store.ts';
import type { TravellerDesk } from './desk.ts';
import { isSameName } from './names.ts';
import { tellOtherAccounts } from './notices.ts';

export async function signInByProvider(
  desk: TravellerDesk,
  vouched: Vouched,
  language: Language,
): Promise<SignedIn | Refused> {
  const { issuer, subject } = vouched;
  const account =
    (await desk.store.accountOfSubject(issuer, subject)) ?? (await openFor(desk, vouched, language));
  if (!account.realName) await knowByDocument(desk, account.id, vouched);
  return signIn(desk, account.id, 'provider');
}

async function openFor(
  desk: TravellerDesk,
  { issuer, subject }: Vouched,
  language: Language,
): Promise<Account> {
  const { store, clock, fill } = desk;
  const account: Account = {
    id: newId('account', clock, fill),
    kind: 'oidc',
    language,
    mainlandMobile: false,
    openedAt: clock.now(),
  };
  await store.addAccount(account);
  if (await store.setSubject(account.id, issuer, subject)) return account;
  // Two tabs came back at once: the other one opened the account.
  await store.closeAccount(account.id, clock.now());
  return (await store.accountOfSubject(issuer, subject)) ?? account;
}

/** The provider has checked the person; the register says which traveller that is. Without one, the form stays open. */
async function knowByDocument(
  desk: TravellerDesk,
  account: string,
  { name, document }: Vouched,
): Promise<void> {
  if (!document || name === undefined) return;
  const person = await desk.register.find(document.number).catch(() => undefined);
  if (!person || person.document.type !== document.type || !isSameName(name, person.names)) return;
  const { traveller } = person;
  await desk.store.setRealName(account, traveller, desk.clock.now());
  await desk.audit.append({ action: 'real-name-passed', actor: account, traveller, result: 'provider' });
  await tellOtherAccounts(desk, traveller, account);
}
