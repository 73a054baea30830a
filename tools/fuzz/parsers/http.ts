/** Bodies and addresses of requests, through the whole server: whatever comes, the answer is a problem with a code, never a 500. */
import { open } from '../../../src/server/app.fixture.ts';
import { mutateJson, mutateText } from '../mutate.ts';
import { type FuzzParser, subjectOfText } from '../parser.ts';

const OFFICER = { cookie: 'kouan_session=good' };

const REQUESTS = [
  { url: '/v1/decisions/lane', body: { at: '2026-11-22T10:00:00+08:00', port: 'szb' } },
  { url: '/v1/session/link', body: { token: 'stale' } },
  { url: '/v1/kiosk/K1/input', body: { input: 'help' } },
] as const;

export const HTTP_PARSER: FuzzParser = {
  name: 'http-body',
  inputsInTests: 1_000,
  codes: [],
  async open() {
    const app = await open({
      kiosk: { view: () => undefined, on: () => () => {}, frame: never, input: done, receipt: done },
    });
    let sent = 0;
    return subjectOfText(
      (random) => {
        const { url, body } = random.pick(REQUESTS);
        const path = random.chance(0.1) ? mutateText(random, url) : url;
        const text = JSON.stringify(mutateJson(random, body));
        return `${path}\n${random.chance(0.3) ? mutateText(random, text) : text}`;
      },
      async (input) => {
        const end = input.indexOf('\n');
        const url = encodeURI(wellFormed(input.slice(0, end))) || '/';
        sent++;
        const { statusCode, body } = await app.inject({
          method: 'POST',
          url: url.startsWith('/') ? url : `/${url}`,
          headers: { ...OFFICER, 'content-type': 'application/json' },
          payload: wellFormed(input.slice(end + 1)),
          // Each from an address of its own: what is looked at here is not the limit of requests.
          remoteAddress: `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
        });
        if (statusCode >= 500) throw new Error(`${statusCode} ${body}`);
      },
    );
  },
};

/** Half of a pair of UTF-16 cannot be sent. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
const never = () => Promise.reject(new Error('no picture is sent here'));
const done = async () => undefined;
