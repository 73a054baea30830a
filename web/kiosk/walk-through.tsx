/** The whole way of one traveller at this kiosk: language, welcome, collection point, lane; wiped when they leave. */
import { type ReactNode, useState } from 'react';
import type { KioskView } from '../../src/server/index.ts';
import { sendJson } from '../shared/api/request.ts';
import { WebcamProvider } from '../shared/camera/webcam.tsx';
import { AboutYou } from './enrol/about-you.tsx';
import { CheckAnswers } from './enrol/check-answers.tsx';
import { Consent } from './enrol/consent.tsx';
import { Enrolled } from './enrol/enrolled.tsx';
import { FaceCapture } from './enrol/face-capture.tsx';
import { FingerCapture } from './enrol/finger-capture.tsx';
import { emptyForm } from './enrol/form.ts';
import { Declined, TurnedAway } from './enrol/other-ways.tsx';
import { IdleGuard } from './idle-guard.tsx';
import { type KioskFeed, tellLane } from './kiosk-feed.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { LaneWalk } from './lane/lane-walk.tsx';
import { enrolmentOf, holdsNothing, progressOf, type Stage } from './stage.ts';
import { ChooseLanguage, Welcome } from './welcome.tsx';

interface Way {
  readonly kiosk: KioskView;
  readonly feed: KioskFeed;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}

function stageView(stage: Stage, way: Way): ReactNode {
  const { go, leave } = way;
  switch (stage.at) {
    case 'language':
      return <ChooseLanguage go={go} />;
    case 'welcome':
      return <Welcome go={go} />;
    case 'about-you':
      return <AboutYou form={stage.form} go={go} leave={leave} />;
    case 'check':
      return <CheckAnswers form={stage.form} go={go} />;
    case 'turned-away':
      return <TurnedAway answer={stage.answer} leave={leave} />;
    case 'consent':
      return <Consent key={stage.modality} stage={stage} go={go} />;
    case 'declined':
      return <Declined stage={stage} go={go} leave={leave} />;
    case 'face':
      return <FaceCapture enrolment={stage.enrolment} go={go} leave={leave} />;
    case 'finger':
      return (
        <FingerCapture
          enrolment={stage.enrolment}
          simulated={way.kiosk.fingerReader === 'simulated'}
          go={go}
          leave={leave}
        />
      );
    case 'enrolled':
      return <Enrolled receipt={stage.receipt} go={go} leave={leave} />;
    case 'lane':
      return <LaneWalk kiosk={way.kiosk} lane={way.feed.lane} leave={leave} />;
  }
}

const usesCamera = (stage: Stage) => stage.at === 'face' || stage.at === 'lane';

export function WalkThrough(props: {
  readonly kiosk: KioskView;
  readonly feed: KioskFeed;
  readonly enrol: boolean;
}) {
  const { kiosk, feed } = props;
  const [stage, go] = useState<Stage>(
    props.enrol ? { at: 'about-you', form: emptyForm() } : { at: 'language' },
  );
  // What was begun is erased where it lies; the page forgets by going back to its first stage.
  const leave = () => {
    const enrolment = enrolmentOf(stage);
    if (enrolment)
      sendJson('DELETE', `/v1/enrolments/${encodeURIComponent(enrolment)}`).catch(() => undefined);
    if (stage.at === 'lane') tellLane(kiosk.lane, 'cancel').catch(() => undefined);
    go({ at: 'language' });
  };
  return (
    <KioskFrame kiosk={kiosk} connection={feed.connection} progress={progressOf(stage)}>
      <WebcamProvider active={usesCamera(stage)}>
        {stageView(stage, { kiosk, feed, go, leave })}
      </WebcamProvider>
      {holdsNothing(stage) ? null : <IdleGuard key={stage.at} wipe={leave} />}
    </KioskFrame>
  );
}
