/** Identity providers: those that the operator's file names, and in a demonstration the one that ships. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  DEV_CLIENT,
  DEV_PATH,
  type DevPerson,
  type DevProvider,
  openDevProvider,
  openProviders,
  type ProviderConfig,
  type Providers,
} from '../../identity/index.ts';
import { type Clock, platformRandom, RoomError, type Texts } from '../../kernel/index.ts';
import type { Records } from '../../records/index.ts';
import { travellerIdOf } from '../../simulator/index.ts';
import type { Settings } from '../settings.ts';

const CALLBACK = '/account/oidc/callback';
const DEV_NAME: Texts = {
  'zh-Hant': '示範身份登入',
  'zh-Hans': '演示身份登录',
  en: 'Demonstration identity',
  pt: 'Identidade de demonstração',
};
/** Ids of the pictured people come after those with digits; there are fewer of them than a page of the register. */
const PICTURED_FROM = travellerIdOf('999999');
const PICTURED_MAX = 100;
const ACCESS = { actor: 'host/dev-provider', purpose: 'demonstration' } as const;

const text = z.string().min(1).max(80);
const providersForm = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: z.object({ 'zh-Hant': text, 'zh-Hans': text, en: text, pt: text }),
      issuer: z.url(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1).optional(),
    }),
  )
  .max(12);

export interface ProviderParts {
  readonly settings: Settings;
  readonly records: Records;
  readonly clock: Clock;
  /** As `http://localhost:8080`. */
  readonly origin: string;
}

export async function openIdentityProviders(
  parts: ProviderParts,
): Promise<{ readonly providers: Providers; readonly devProvider?: DevProvider }> {
  const { settings, clock, origin } = parts;
  const redirectUri = `${origin}${CALLBACK}`;
  const named = readProviders(settings.providersFile);
  if (settings.production) return { providers: openProviders({ providers: named, redirectUri, clock }) };
  const issuer = `${origin}${DEV_PATH}`;
  const devProvider = await openDevProvider({
    issuer,
    redirectUri,
    clock,
    fill: platformRandom,
    people: () => syntheticPeople(parts.records),
  });
  const dev: ProviderConfig = { id: 'demo', name: DEV_NAME, issuer, clientId: DEV_CLIENT };
  const providers = openProviders({
    providers: [...named, dev],
    redirectUri,
    clock,
    fetch: (url, init) => (url.startsWith(issuer) ? devProvider.fetch(url, init) : networkFetch(url, init)),
  });
  return { providers, devProvider };
}

const networkFetch = (
  url: string,
  { body, ...rest }: { body?: unknown; method: string; headers: HeadersInit },
) =>
  fetch(url, {
    ...rest,
    redirect: 'manual',
    ...(body === undefined || body === null ? {} : { body: String(body) }),
  });

/** Throws CONFIG_INVALID. */
function readProviders(file: string | undefined): ProviderConfig[] {
  if (file === undefined) return [];
  try {
    const read = providersForm.parse(JSON.parse(readFileSync(file, 'utf8')));
    return read.map(({ clientSecret, ...rest }) => ({ ...rest, ...(clientSecret && { clientSecret }) }));
  } catch (cause) {
    const expected = 'a JSON file with a list of { id, name, issuer, clientId, clientSecret? }';
    throw new RoomError(
      'CONFIG_INVALID',
      `KOUAN_PROVIDERS must name ${expected}. Nothing was started.`,
      { field: 'KOUAN_PROVIDERS', value: file, expected },
      cause,
    );
  }
}

async function syntheticPeople({ travellers }: Records): Promise<DevPerson[]> {
  const page = await travellers.list({ after: PICTURED_FROM, limit: PICTURED_MAX }, ACCESS);
  return page.flatMap(({ id, synthetic, names, documents: [document] }) =>
    synthetic && document
      ? [{ id, name: names['zh-Hant'] ?? names['zh-Hans'] ?? names.latin ?? id, document }]
      : [],
  );
}
