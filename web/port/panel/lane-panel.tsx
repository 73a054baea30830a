/** One lane beside the plan: its screen, its camera, who is in it, who was before. A sheet on a phone. */
import './panel.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { LaneDetail, LaneView, PassageView } from '../../../src/server/index.ts';
import { type Answer, getJson } from '../../shared/api/request.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { gateWords, panelWords } from '../../shared/i18n/panel-words.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { laneStepWords } from '../../shared/i18n/step-words.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { LaneScreen } from '../../shared/ui/lane-screen.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { laneName } from '../lane-name.ts';
import { CameraPicture } from './camera-picture.tsx';
import { Passage } from './passage.tsx';

/** The detail follows the lane: it is read again when the lane's state or its passage changes. */
function useLaneDetail(lane: LaneView, passage: PassageView | undefined) {
  const [answer, setAnswer] = useState<Answer<LaneDetail>>();
  const load = useCallback(async () => {
    const next = await getJson<LaneDetail>(`/v1/lanes/${encodeURIComponent(lane.id)}`);
    // A failure after a success leaves the last picture; the page's ribbon tells of the connection.
    setAnswer((before) => (next.outcome !== 'ok' && before?.outcome === 'ok' ? before : next));
  }, [lane.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: state, time and passage are the reasons to read again.
  useEffect(() => {
    load().catch(() => undefined);
  }, [load, lane.state, lane.since, passage]);
  return { answer, load };
}

function PanelHead({ lane, close }: { readonly lane: LaneView; readonly close: () => void }) {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opens the panel by keyboard or reader goes on reading here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const direction = say(lane.direction === 'exit' ? portWords.exit : portWords.entry);
  return (
    <header className="panel-head">
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {laneName(lane, say)}
        </h2>
        <p data-step={lane.step}>
          {direction} · {say(laneStepWords[lane.step])}
          {lane.wide ? ` · ${say(portWords.wide)}` : ''}
        </p>
        <p className="gates">
          {say(panelWords.gates)}: {say(panelWords.gateEntry)} {say(gateWords[lane.gates.entry])} ·{' '}
          {say(panelWords.gateExit)} {say(gateWords[lane.gates.exit])}
        </p>
      </div>
      <Button className="button bare" aria-label={say(pageWords.close)} onPress={close}>
        <Icon name="close" />
      </Button>
    </header>
  );
}

function Passages({ detail, signedIn }: { readonly detail: LaneDetail; readonly signedIn: boolean }) {
  const { say } = useSpeech();
  return (
    <>
      <section>
        <h3>{say(panelWords.now)}</h3>
        {detail.current ? (
          <Passage passage={detail.current} open />
        ) : (
          <p className="nothing">{say(panelWords.nobody)}</p>
        )}
      </section>
      <section>
        <h3>{say(panelWords.recent)}</h3>
        {detail.recent.length === 0 ? <p className="nothing">{say(panelWords.noRecent)}</p> : null}
        {detail.recent.map((each, index) => (
          <Passage key={each.id} passage={each} open={index === 0 && !detail.current} />
        ))}
        {signedIn ? null : <p className="nothing">{say(panelWords.signInForMore)}</p>}
      </section>
    </>
  );
}

export function LanePanel(props: {
  readonly lane: LaneView;
  readonly passage: PassageView | undefined;
  readonly signedIn: boolean;
  readonly close: () => void;
}) {
  const { lane, close } = props;
  const { say } = useSpeech();
  const { answer, load } = useLaneDetail(lane, props.passage);
  return (
    <aside
      className="panel"
      aria-label={laneName(lane, say)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <PanelHead lane={lane} close={close} />
      <div className="panel-views">
        <figure>
          <div className="panel-screen">
            <LaneScreen screen={lane.screen} light={lane.light} live={false} />
          </div>
          <figcaption>{say(panelWords.screen)}</figcaption>
        </figure>
        <figure>
          <CameraPicture lane={lane} allowed={answer?.outcome === 'ok' ? answer.value.picture : undefined} />
          <figcaption>{say(panelWords.camera)}</figcaption>
        </figure>
      </div>
      <a className="button" href={`/kiosk/${encodeURIComponent(lane.id)}`}>
        {say(panelWords.openKiosk)}
      </a>
      {answer?.outcome === 'ok' ? <Passages detail={answer.value} signedIn={props.signedIn} /> : null}
      {answer && answer.outcome !== 'ok' ? <FailureNote answer={answer} retry={load} /> : null}
    </aside>
  );
}
