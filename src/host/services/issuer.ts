/** The issuer of what services hand out: keys in a folder below the house's keys, credentials signed by the newest. */
import { join } from 'node:path';
import {
  issueCredential,
  type Credential as Signed,
  type ToldKeys,
  tellKeys,
} from '../../credentials/index.ts';
import { type IssuerKeys, openIssuerKeys } from '../../credentials/node.ts';
import { newId } from '../../kernel/index.ts';
import type { Credential, CredentialOrder } from '../../services/index.ts';
import type { House } from '../house/house.ts';

export const ISSUER = {
  id: 'KOUAN',
  name: {
    'zh-Hant': '口岸示範簽發機關',
    'zh-Hans': '口岸示范签发机关',
    en: 'Kouan demonstration authority',
    pt: 'Autoridade de demonstração Kouan',
  },
} as const;

export const openIssuer = ({
  settings,
  keys,
  clock,
}: Pick<House, 'settings' | 'keys' | 'clock'>): Promise<IssuerKeys> =>
  openIssuerKeys({
    folder: join(settings.keysDir, 'issuer'),
    issuer: ISSUER,
    wrapper: keys,
    clock,
    makeIfAbsent: !settings.production,
  });

/** With the ids of permits that were withdrawn before their end. */
export const toldKeys = async (issuer: IssuerKeys, { records }: Pick<House, 'records'>): Promise<ToldKeys> =>
  tellKeys(await issuer.keyList(await records.cases.revoked()), issuer.anchors());

export async function issue(
  issuer: IssuerKeys,
  { clock }: Pick<House, 'clock'>,
  order: CredentialOrder,
): Promise<Credential> {
  const id = newId('permit', clock);
  const credential: Signed = { ...order, id, issuer: issuer.issuer.id, issuedAt: clock.now() };
  return { kind: order.kind, id, text: await issueCredential(credential, issuer.signer()) };
}
