/** Somebody who files an arrival card: what a page asks of the server, in its order, over and over. */
import { Agent, type IncomingMessage, request } from 'node:http';

const CARD: Readonly<Record<string, unknown>> = {
  category: 'foreigner',
  situation: 'none',
  familyName: 'ERIKSSON',
  givenNames: 'ANNA MARIA',
  nationality: 'US',
  number: 'L898902C3',
  sex: 'female',
  birthDate: '1974-08-12',
  port: '上海浦東',
  conveyance: 'MU 588',
  address: 'Peace Hotel, Shanghai',
  purpose: 'Sightseeing/Leisure',
};
const DAY_MS = 86_400_000;

interface Told {
  readonly status: number;
  readonly body: string;
  readonly cookie: string | undefined;
}

interface Case {
  readonly id: string;
  readonly next?: string;
}

export class Visitor {
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #name: string;
  #cookie = '';
  #case: Case | undefined;
  #turn = 0;
  #cards = 0;
  /** Filled in of this card so far. */
  #saved = 0;
  filed = 0;

  /** `number` below 60,000: each visitor comes from a loopback address of its own, as travellers come from theirs. */
  constructor(url: string, number: number) {
    this.#url = new URL(url);
    const localAddress = `127.${10 + (number >> 8)}.${number & 255}.1`;
    this.#name = localAddress;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
  }

  async arrive(): Promise<void> {
    const { cookie } = await this.#call('POST', '/v1/account/guest', { language: 'en' });
    this.#cookie = cookie ?? '';
  }

  /** The next request of this visitor; returns its status. */
  async step(): Promise<number> {
    const { status } = await this.#next();
    if (status >= 400) this.#case = undefined;
    return status;
  }

  leave(): void {
    this.#agent.destroy();
  }

  async #next(): Promise<Told> {
    if (this.#case) return this.#fill(this.#case);
    const looks = [
      '/v1/services',
      '/v1/services/arrival-card',
      '/v1/cases',
      '/v1/credentials/keys',
      '/verify',
    ];
    const path = looks[this.#turn++ % (looks.length + 1)];
    return path === undefined ? this.#begin() : this.#call('GET', path);
  }

  async #begin(): Promise<Told> {
    this.#saved = 0;
    const key = `bench-${this.#cards++}-${this.#name}`;
    return this.#keep(await this.#call('POST', '/v1/services/arrival-card/cases', { key }));
  }

  /** A step that asks what is not on the card is sent empty once; a form that does not move on is given up. */
  async #fill({ id, next }: Case): Promise<Told> {
    if (next !== undefined && this.#saved++ < 40)
      return this.#keep(await this.#call('PUT', `/v1/cases/${id}/steps/${next}`, { answers: answers() }));
    this.#case = undefined;
    const told = await this.#call('POST', `/v1/cases/${id}/send`);
    if (told.body.includes('"granted"')) this.filed += 1;
    return told;
  }

  #keep(told: Told): Told {
    this.#case = told.status === 200 ? (JSON.parse(told.body) as Case) : undefined;
    return told;
  }

  #call(method: string, path: string, body?: object): Promise<Told> {
    const text = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.#url.hostname,
          port: this.#url.port,
          method,
          path,
          agent: this.#agent,
          headers: { cookie: this.#cookie, ...(text ? { 'content-type': 'application/json' } : {}) },
        },
        (answer) => read(answer).then(resolve, reject),
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

async function read(answer: IncomingMessage): Promise<Told> {
  let body = '';
  for await (const part of answer.setEncoding('utf8')) body += part;
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  return { status: answer.statusCode ?? 0, body, cookie };
}

const day = (daysAhead: number) =>
  new Date(performance.timeOrigin + daysAhead * DAY_MS).toISOString().slice(0, 10);
const answers = () => ({ ...CARD, arrival: day(5), leaves: day(12), expires: day(1200) });
