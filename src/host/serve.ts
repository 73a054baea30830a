/** `serve`: opens the house, fills it the first time, starts the port and the server, and ends cleanly. */
import type { AddressInfo } from 'node:net';
import { scaledClock } from '../kernel/index.ts';
import { buildApp, type ServerSources } from '../server/index.ts';
import type { CastMember } from '../simulator/index.ts';
import { loadPeople, type People } from '../simulator/node.ts';
import { type OfficerDesk, openOfficerDesk } from './accounts/officers.ts';
import { openTravellerDoor } from './accounts/travellers.ts';
import { assertAddressFree, explainAddress } from './address.ts';
import { HOUSE_COMMANDS } from './commands/index.ts';
import type { House } from './house/house.ts';
import { openHouse, type Progress } from './house/open-house.ts';
import { openNotices } from './notices/open-notices.ts';
import { askLaw, openEnrolmentDesk } from './port/enrolment-desk.ts';
import { openKioskSource } from './port/kiosk-source.ts';
import { PORT } from './port/lane-plan.ts';
import { type LivingPort, openLivingPort } from './port/living-port.ts';
import { populate } from './port/populate.ts';
import { reconcile } from './port/reconcile.ts';
import { simulatedImpression } from './port/simulated-reader.ts';
import { openHelp } from './services/help.ts';
import { openIssuer, toldKeys } from './services/issuer.ts';
import { openMyData } from './services/my-data.ts';
import { openServices } from './services/open-services.ts';
import type { Settings } from './settings.ts';

export interface ServeOptions {
  readonly empty: boolean;
  /** Which world to play. */
  readonly seed: number;
  readonly speed: number;
  /** Synthetic people on the register, besides those with pictures. */
  readonly register: number;
}

type Print = (line: string) => void;

/** Resolves when the port was asked to stop and everything is closed; whatever was opened is closed too when a later part fails. */
export async function serve(settings: Settings, options: ServeOptions, print: Print): Promise<void> {
  const stopAsked = untilStopped();
  await assertAddressFree(settings);
  const house = await openHouse(settings, progressTo(print));
  const closers: (() => Promise<unknown>)[] = [() => house.close()];
  try {
    const voided = await reconcile(house.records);
    if (voided > 0)
      print(`  ! ${voided} clearances were cut off by the last end and are void now; see the audit log.`);
    const people = await loadPeople(house.places.people);
    const port = await openPort(house, people, options, print);
    // A lane that goes on in a house that closes would wait for its records for ever.
    closers.push(() => port.stop());
    await port.start();
    const server = await startServer(house, people, port);
    closers.push(() => server.app.close());
    await announce(house, server, print);
    await stopAsked;
    print('Stopping: whoever is inside a lane is let out first.');
  } catch (error) {
    print(`  ! ${error instanceof Error ? error.message : error} Stopping.`);
    throw error;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

const progressTo =
  (print: Print): Progress =>
  (step) => {
    const started = performance.now();
    return () => print(`  ✓ ${step} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  };

async function openPort(
  house: House,
  people: People,
  options: ServeOptions,
  print: Print,
): Promise<LivingPort> {
  const world = { seed: options.seed, register: options.register };
  const cast =
    options.empty || house.settings.production ? [] : await populate(house, people, world, progressTo(print));
  let registered = await house.records.travellers.count();
  const recount = () =>
    void house.records.travellers.count().then(
      (count) => (registered = count),
      () => {},
    );
  return openLivingPort({
    house,
    clock: options.speed === 1 ? house.clock : scaledClock(house.clock, options.speed),
    speed: options.speed,
    seed: options.seed,
    ...(cast.length > 0 ? { world: { people, cast } } : {}),
    askCollectionPoint: async (member) => askLaw(house, factsAtCollectionPoint(member)),
    registered: () => {
      recount();
      return registered;
    },
  });

  function factsAtCollectionPoint({ traveller }: CastMember) {
    const [document] = traveller.documents;
    return {
      at: new Date(house.clock.now()).toISOString(),
      port: PORT.id,
      direction: 'exit',
      person: { category: traveller.category, birthDate: traveller.birthDate },
      document: document && { type: document.type, expires: document.expires },
      consent: { face: true, fingerprint: true },
      biometricsOnFile: false,
      endorsements: traveller.endorsements,
      companion: null,
    };
  }
}

interface RunningServer {
  readonly app: Awaited<ReturnType<typeof buildApp>>;
  readonly port: number;
  readonly officers: OfficerDesk;
}

async function startServer(
  house: House,
  people: People,
  { port, kiosk }: LivingPort,
): Promise<RunningServer> {
  const { settings, clock } = house;
  const ready = { now: false };
  const officers = openOfficerDesk(house.records, clock, settings, settings.port);
  const origin = `${settings.tls ? 'https' : 'http'}://localhost:${settings.port}`;
  const notices = await openNotices(house, origin);
  const travellers = await openTravellerDoor({
    house,
    people,
    clock,
    messages: notices.messages,
    port: settings.port,
  });
  const issuer = await openIssuer(house);
  const sources: ServerSources = {
    port,
    kiosk: openKioskSource({
      house,
      port,
      kiosk,
      impressionOf: (...touch) => simulatedImpression(people, ...touch),
    }),
    enrolments: openEnrolmentDesk(house, people, clock),
    accounts: officers.accounts,
    travellers: travellers.entrance,
    law: {
      questions: () => house.law.questions,
      decide: (question, facts) => house.law.decide(question, facts),
      release: () => ({ rules: house.law.rules, content: house.law.content }),
    },
    keys: { told: () => toldKeys(issuer, house) },
    notices: notices.source,
    services: openServices(house, issuer, `${origin}/verify`),
    me: openMyData(house, issuer, `${origin}/verify`),
    help: openHelp(house),
    operator: operatorCommands(house),
    unready: () => (ready.now ? [] : ['port']),
  };
  const app = await buildApp(sources, {
    pages: house.places.pages,
    operatorToken: house.folder.operatorToken,
    demo: !settings.production,
    version: house.places.version,
    ...(settings.tls ? { tls: settings.tls } : {}),
  });
  app.addHook('onClose', async () => {
    travellers.stop();
    await notices.stop();
  });
  await explainAddress(settings, () => app.listen({ host: settings.host, port: settings.port }));
  ready.now = true;
  return { app, port: (app.server.address() as AddressInfo).port, officers };
}

const operatorCommands = (house: House) =>
  Object.fromEntries(
    Object.entries(HOUSE_COMMANDS).map(([name, run]) => [name, (input: unknown) => run(house, input)]),
  );

async function announce(house: House, { port, officers }: RunningServer, print: Print): Promise<void> {
  const { settings, folder, gallery, keysMade } = house;
  const scheme = settings.tls ? 'https' : 'http';
  const loopback = settings.host === '127.0.0.1' || settings.host === '::1';
  const address = `${scheme}://${loopback ? 'localhost' : settings.host}:${port}`;
  folder.announce(`${scheme}://127.0.0.1:${port}`);
  if (keysMade)
    print(
      `  ! A new key-encryption key was made in ${settings.keysDir}. Set KOUAN_KEYS to keep it elsewhere, apart from the data.`,
    );
  if (gallery.tampered.length > 0)
    print(`  ! ${gallery.tampered.length} templates did not open and were left out: somebody must look.`);
  if (gallery.otherModel > 0)
    print(
      `  ! ${gallery.otherModel} people were enrolled with another face model; they enrol again at their next visit.`,
    );
  print('');
  print(`  Kouan 口岸 is open: ${address}`);
  print(`  The port, alive: ${address}/port`);
  if (!settings.production) print(`  What would have been sent out: ${address}/outbox`);
  if (!settings.production)
    print(`  Officer's one-time sign-in (15 minutes): ${address}/officer#link=${await officers.demoLink()}`);
  print(
    '  Presentation attack detection: none that counts is bundled; this port says so on its pages. Ctrl-C ends it.',
  );
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
