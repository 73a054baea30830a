/** A desk for tests of services: the law of the repository, a store in memory, an issuer that only counts. */
import { type Day, instantOf, ManualClock } from '../../kernel/index.ts';
import { compileRules, type Law } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import type { CredentialOrder } from './case.ts';
import { memoryCases } from './case-store.fixture.ts';
import { ServiceDesk } from './desk.ts';
import type { Answers } from './form.ts';
import { CaseOfficers } from './officer-desk.ts';
import type { Holder, HolderPerson, Service } from './service.ts';

let loaded: Law | undefined;
const law = (): Law => {
  loaded ??= compileRules(loadRules(new URL('../../../rules', import.meta.url).pathname));
  return loaded;
};

export const person = (more: Partial<HolderPerson> = {}): HolderPerson => ({
  traveller: 'T-1',
  category: 'hkmo',
  name: '陳大文',
  birthDate: '1990-06-15' as Day,
  documents: [{ type: 'HRP', number: 'H12345678', expires: '2030-12-31' as Day, endorsements: [] }],
  wards: [],
  ...more,
});

export const holder = (more: Partial<Holder> = {}): Holder => ({
  account: 'U-1',
  guest: false,
  language: 'en',
  person: person(),
  realPerson: true,
  mainlandMobile: true,
  ...more,
});

/** `at` as an ISO instant with offset. */
export function testDesk(services: readonly Service[], at: string) {
  const clock = new ManualClock(instantOf(Date.parse(at)));
  const store = memoryCases(clock);
  const issued: CredentialOrder[] = [];
  const issue = async (order: CredentialOrder) => {
    issued.push(order);
    return { kind: order.kind, id: `X-${issued.length}`, text: `TEST:${issued.length}` };
  };
  const desk = new ServiceDesk({
    services,
    store,
    law: law(),
    clock,
    issue,
    readFile: async (content) => ({ outcome: 'ok', media: 'application/pdf', content, pages: 1 }),
  });
  const officers = new CaseOfficers({ desk, store, issue, holderOf: async (account) => holder({ account }) });
  /** From the first question to sending, as the pages do it: step by step. */
  const run = async (
    service: string,
    answers: Answers,
    by: Holder = holder(),
    key = `${Math.abs(issued.length)}-${clock.now()}`,
  ) => {
    const { id } = await desk.begin(desk.service(service), key, by);
    for (let { form, next } = await desk.read(id, by), guard = 0; next && guard < 40; guard++) {
      const saved = await desk.save(id, next, answers, by);
      if (saved.faults.length > 0) return { id, sent: { outcome: 'faults' as const, faults: saved.faults } };
      ({ form, next } = saved);
      void form;
    }
    return { id, sent: await desk.send(id, by) };
  };
  return { clock, store, desk, officers, issued, run };
}
