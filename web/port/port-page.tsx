/** The port page: the plan for the eyes, three figures and one chart beneath, a lane's panel beside. */
import './port.css';
import { useState } from 'react';
import type { PortView } from '../../src/server/index.ts';
import { useSession } from '../shared/api/session.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { portWords } from '../shared/i18n/port-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { Figures } from './figures/figures.tsx';
import { MatchingPanel } from './figures/matching-panel.tsx';
import { LanePanel } from './panel/lane-panel.tsx';
import { FloorPlan } from './plan/floor-plan.tsx';
import { Legend } from './plan/legend.tsx';
import { type PortFeed, usePortFeed } from './port-feed.ts';
import { PortHead } from './port-head.tsx';

function Caption({ port }: { readonly port: PortView }) {
  const { say } = useSpeech();
  const kiosk = port.lanes.find((lane) => lane.kind === 'kiosk');
  const quiet = port.figures.length === 0 && port.stats.crossings === 0;
  return (
    <div className="caption">
      <Legend />
      <p role="status">{say(quiet ? portWords.quiet : portWords.planHint)}</p>
      {kiosk ? (
        <a className="button go" href={`/kiosk/${kiosk.id}`}>
          <Icon name="walk" />
          {say(portWords.tryIt)}
        </a>
      ) : null}
    </div>
  );
}

/** Whoever came from the plan by keyboard goes on where they were (WCAG 2.4.3). */
function focusLane(id: string): void {
  document.querySelector<SVGElement>(`.lane-button[data-lane="${CSS.escape(id)}"]`)?.focus();
}

function LivePort(props: { readonly feed: PortFeed; readonly port: PortView; readonly signedIn: boolean }) {
  const { feed, port } = props;
  const [chosen, setChosen] = useState<string>();
  const { say } = useSpeech();
  const lane = port.lanes.find((each) => each.id === chosen);
  const choose = (id: string) => setChosen((before) => (before === id ? undefined : id));
  if (port.lanes.length === 0) return <Note icon="walk" title={say(portWords.noLanes)} />;
  return (
    <div className="port" data-panel={lane ? true : undefined}>
      <section className="stage" aria-label={say(portWords.plan)}>
        <FloorPlan
          lanes={port.lanes}
          figures={port.figures}
          speed={port.speed}
          selected={lane?.id}
          choose={choose}
        />
        <Caption port={port} />
      </section>
      <Figures port={port} />
      {props.signedIn ? <MatchingPanel /> : null}
      {lane ? (
        <LanePanel
          key={lane.id}
          lane={lane}
          passage={feed.passage?.lane === lane.id ? feed.passage : undefined}
          signedIn={props.signedIn}
          close={() => {
            setChosen(undefined);
            focusLane(lane.id);
          }}
        />
      ) : null}
    </div>
  );
}

export function PortPage() {
  useTitle(pageWords.title);
  const feed = usePortFeed();
  const { session } = useSession();
  const { say } = useSpeech();
  const { port } = feed;
  return (
    <>
      <PortHead port={port} readAtMs={feed.readAtMs} connection={feed.connection} session={session} />
      {port && feed.connection === 'lost' ? (
        <p className="ribbon" role="status">
          <Icon name="unplugged" />
          {say(pageWords.lost)}
        </p>
      ) : null}
      <main id="main">
        {port ? <LivePort feed={feed} port={port} signedIn={session?.signedIn ?? false} /> : null}
        {!port && feed.failure ? <FailureNote answer={feed.failure} retry={feed.reload} /> : null}
        {!port && !feed.failure ? (
          <div className="port-waiting" role="status" aria-label={say(pageWords.loading)} />
        ) : null}
      </main>
      {port ? <Small port={port} /> : null}
    </>
  );
}

/** What must be said but need not be loud. */
function Small({ port }: { readonly port: PortView }) {
  const { say } = useSpeech();
  return (
    <footer className="small">
      {port.demo ? <p>{say(pageWords.demo)}</p> : null}
      {port.pad === 'advisory' ? <p>{say(portWords.padAdvisory)}</p> : null}
      {port.pad === 'none' ? <p>{say(portWords.padNone)}</p> : null}
    </footer>
  );
}
