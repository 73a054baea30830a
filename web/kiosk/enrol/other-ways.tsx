/** Two kind endings before anything is captured: the law says no for now, or the traveller does. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { EnrolmentAnswer } from '../../../src/server/index.ts';
import { enrolWords } from '../../shared/i18n/enrol-words.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';

function OtherWays({ answer }: { readonly answer: EnrolmentAnswer }) {
  const { say } = useSpeech();
  return (
    <>
      <ul className="ways">
        {answer.alternatives.map((way) => (
          <li key={way.id}>
            <Icon name="forward" />
            {say(way.text)}
          </li>
        ))}
      </ul>
      <p className="quiet">{say(pageWords.otherWay)}</p>
    </>
  );
}

function Ending(props: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
  readonly hands: ReactNode;
}) {
  return (
    <>
      <Eyes>
        <div className="form">
          <h1 className="verb">{props.title}</h1>
          <p className="lead">{props.hint}</p>
          {props.children}
        </div>
      </Eyes>
      <Hands>{props.hands}</Hands>
    </>
  );
}

export function TurnedAway({
  answer,
  leave,
}: {
  readonly answer: EnrolmentAnswer;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const finish = (
    <Button className="button go large" onPress={leave}>
      {say(kioskWords.finish)}
    </Button>
  );
  return (
    <Ending title={say(enrolWords.turnedAway)} hint={say(enrolWords.turnedAwayHint)} hands={finish}>
      <ul className="why">
        {answer.reasons.map((reason) => (
          <li key={reason.code}>{say(reason.kind)}</li>
        ))}
      </ul>
      <OtherWays answer={answer} />
      {answer.remedies.length === 0 ? null : (
        <>
          <h2>{say(enrolWords.remedies)}</h2>
          <ul className="remedies">
            {answer.remedies.map((remedy) => (
              <li key={remedy.text.en}>{say(remedy.text)}</li>
            ))}
          </ul>
        </>
      )}
    </Ending>
  );
}

export function Declined(props: {
  readonly stage: Extract<Stage, { at: 'declined' }>;
  readonly go: (stage: Stage) => void;
  readonly leave: () => void;
}) {
  const { say } = useSpeech();
  const { stage, go } = props;
  const hands = (
    <>
      <Button className="button large" onPress={props.leave}>
        {say(kioskWords.finish)}
      </Button>
      <Button
        className="button large"
        onPress={() => go({ at: 'consent', modality: stage.modality, answer: stage.answer })}
      >
        <Icon name="back" />
        {say(enrolWords.reconsider)}
      </Button>
    </>
  );
  return (
    <Ending title={say(enrolWords.declined)} hint={say(enrolWords.declinedHint)} hands={hands}>
      <OtherWays answer={stage.answer} />
    </Ending>
  );
}
