/** The head of the port page: whose port, what time it is there, which language, who is signed in. */

import type { PortView, SessionView } from '../../src/server/index.ts';
import { CheckLink } from '../check/check-link.tsx';
import type { Connection } from '../shared/api/events.ts';
import { useElapsed } from '../shared/api/ticks.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { portWords } from '../shared/i18n/port-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { clockTime } from '../shared/ui/format.ts';
import { PageHead } from '../shared/ui/page-head.tsx';
import { SessionState } from '../shared/ui/session-state.tsx';

/** The port's own clock, which may run faster than ours. */
function PortClock({ port, readAtMs }: { readonly port: PortView; readonly readAtMs: number }) {
  const { say, language } = useSpeech();
  const now = Date.parse(port.at) + (useElapsed(1000) - readAtMs) * port.speed;
  return (
    <div className="clock numerals">
      <span>{say(pageWords.portClock)}</span>
      <time>{clockTime(now, language)}</time>
      {port.speed === 1 ? null : <span>{say(pageWords.speed, { n: port.speed })}</span>}
    </div>
  );
}

export function PortHead(props: {
  readonly port: PortView | undefined;
  readonly readAtMs: number;
  readonly connection: Connection;
  readonly session: SessionView | undefined;
}) {
  const { say } = useSpeech();
  const { port, connection } = props;
  return (
    <PageHead title={port ? say(port.port.name) : say(pageWords.brand)} tagline={say(portWords.tagline)}>
      {port ? <PortClock port={port} readAtMs={props.readAtMs} /> : null}
      <span className="live" role="status" data-state={connection}>
        {say(connection === 'live' ? pageWords.live : pageWords.connecting)}
      </span>
      <CheckLink />
      <SessionState session={props.session} />
    </PageHead>
  );
}
