/** `officer list | add | link`: who may sign in; the link is how an officer's first passkey comes to be. */
import { z } from 'zod';
import { type Officers, openIdentity, ROLES } from '../../identity/index.ts';
import { formatInstant } from '../../kernel/index.ts';
import type { House } from '../house/house.ts';
import { readForm } from './forms.ts';

const addForm = z.object({ name: z.string().min(1).max(80), role: z.enum(ROLES) });
const linkForm = z.object({ officer: z.string().max(40) });

// Links and accounts need no browser, so the address of the pages does not matter here.
const identityOf = ({ records, clock }: House): Officers =>
  openIdentity({
    store: records.officers,
    audit: records.audit,
    clock,
    relyingParty: { id: 'localhost', name: 'Kouan', origins: [] },
  });

export async function listOfficers(house: House) {
  const officers = await identityOf(house).list();
  return officers.map(({ id, name, role, disabledAt }) => ({
    id,
    name,
    role,
    active: disabledAt === undefined,
  }));
}

export async function addOfficer(house: House, input: unknown) {
  const { id } = await identityOf(house).add(readForm(addForm, input), 'cli');
  return { id };
}

export async function linkOfficer(house: House, input: unknown) {
  const { token, expiresAt } = await identityOf(house).issueLink(readForm(linkForm, input).officer, 'cli');
  return { path: `/officer#link=${token}`, expiresAt: formatInstant(expiresAt) };
}
