/** The real-person check: its own consent, then the camera, then how it ended. */
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PersonAnswer, PersonConsentText } from '../../../src/server/index.ts';
import { useAccount } from '../../shared/api/account.ts';
import { type Answer, getJson, sendJson } from '../../shared/api/request.ts';
import '../../shared/camera/camera.css';
import { WebcamProvider } from '../../shared/camera/webcam.tsx';
import { accountWords } from '../../shared/i18n/account-words.ts';
import { realNameWords, realPersonWords } from '../../shared/i18n/identity-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { FailureNote } from '../../shared/ui/note.tsx';
import './account.css';
import { OtherWays, OutcomeNote } from './outcome-note.tsx';
import { PersonCamera } from './person-camera.tsx';

type Step =
  | { readonly at: 'consent' | 'declined' | 'camera' }
  | { readonly at: 'ended'; readonly answer: Answer<PersonAnswer> };

export function RealPersonPage({ onDone }: { readonly onDone: () => void }) {
  useTitle(realPersonWords.title);
  const { say } = useSpeech();
  const { answer, account, failure, renew } = useAccount();
  const [step, setStep] = useState<Step>({ at: 'consent' });
  if (failure) return <FailureNote answer={failure} retry={renew} />;
  if (answer && !account?.realName) {
    return (
      <section className="acct">
        <OutcomeNote icon="person" title={say(realPersonWords.nameFirst)} ways />
      </section>
    );
  }
  const again = () => setStep({ at: 'consent' });
  return (
    <section className="acct">
      <h1>{say(realPersonWords.title)}</h1>
      {step.at === 'consent' ? (
        <Consent agreed={() => setStep({ at: 'camera' })} declined={() => setStep({ at: 'declined' })} />
      ) : null}
      {step.at === 'declined' ? (
        <OutcomeNote icon="check" title={say(realPersonWords.declined)} ways>
          <Button className="button" onPress={again}>
            {say(pageWords.back)}
          </Button>
        </OutcomeNote>
      ) : null}
      {step.at === 'camera' ? (
        <WebcamProvider active>
          <p className="lead">{say(realPersonWords.hint)}</p>
          <PersonCamera
            demo={answer?.demo ?? false}
            ended={(ended) => setStep({ at: 'ended', answer: ended })}
          />
          <p className="quiet">{say(realPersonWords.pad)}</p>
        </WebcamProvider>
      ) : null}
      {step.at === 'ended' ? <Ended answer={step.answer} again={again} onDone={onDone} /> : null}
    </section>
  );
}

/** Two answers of equal weight; nothing is captured before the first of them (C-02). */
function Consent(props: { readonly agreed: () => void; readonly declined: () => void }) {
  const { say } = useSpeech();
  const [text, setText] = useState<Answer<PersonConsentText>>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const load = useCallback(
    async () => setText(await getJson<PersonConsentText>('/v1/account/real-person/consent')),
    [],
  );
  useEffect(() => {
    load().catch(() => undefined);
  }, [load]);
  if (!text) return <p role="status">{say(pageWords.loading)}</p>;
  if (text.outcome !== 'ok') return <FailureNote answer={text} retry={load} />;
  const { version, title, body } = text.value;
  const agree = async () => {
    const sent = await sendJson('POST', '/v1/account/real-person', { consent: version });
    if (sent.outcome === 'ok') props.agreed();
    else setFailure(sent);
  };
  return (
    <article className="acct-consent">
      <h2>{say(title)}</h2>
      <p>{say(body)}</p>
      <p className="quiet">{say(realPersonWords.version, { v: version })}</p>
      {failure ? <FailureNote answer={failure} retry={agree} /> : null}
      <div className="acct-pair">
        <Button className="button" onPress={agree}>
          {say(realPersonWords.agree)}
        </Button>
        <Button className="button" onPress={props.declined}>
          {say(realPersonWords.decline)}
        </Button>
      </div>
      <OtherWays />
    </article>
  );
}

interface EndedProps {
  readonly answer: Answer<PersonAnswer>;
  readonly again: () => void;
  readonly onDone: () => void;
}

function Ended({ answer, again, onDone }: EndedProps) {
  const { say, language } = useSpeech();
  if (answer.outcome !== 'ok') return <FailureNote answer={answer} retry={again} />;
  if (answer.value.outcome !== 'passed') return <NotPassed answer={answer.value} again={again} />;
  const time = dateTime(Date.parse(answer.value.until ?? ''), language);
  return (
    <OutcomeNote
      icon="check"
      title={say(realPersonWords.passed)}
      hint={say(realPersonWords.passedHint, { time })}
    >
      <Button className="button go" onPress={onDone}>
        {say(realPersonWords.goOn)}
      </Button>
    </OutcomeNote>
  );
}

const NOT_PASSED = {
  'not-matched': { icon: 'warn', title: realPersonWords.notMatched, hint: realPersonWords.notMatchedHint },
  locked: { icon: 'officer', title: realPersonWords.locked, hint: accountWords.lockedUntil },
  'no-portrait': { icon: 'officer', title: realPersonWords.noPortrait, hint: realPersonWords.noPortraitHint },
  'service-fault': { icon: 'unplugged', title: realPersonWords.fault, hint: realNameWords.faultHint },
} as const;

/** Neutral words; another try where one is left, and always the other ways. */
function NotPassed({ answer, again }: { readonly answer: PersonAnswer; readonly again: () => void }) {
  const { say, language } = useSpeech();
  const { outcome, triesLeft = 0, until } = answer;
  if (outcome === 'passed' || outcome === 'adjust' || outcome === 'taken') return null;
  const { icon, title, hint } = NOT_PASSED[outcome];
  const time = until ? dateTime(Date.parse(until), language) : '';
  const mayRetry = outcome === 'service-fault' || (outcome === 'not-matched' && triesLeft > 0);
  return (
    <OutcomeNote icon={icon} title={say(title)} hint={say(hint, { n: triesLeft, time })} ways>
      {mayRetry ? (
        <Button className="button go" onPress={again}>
          {say(pageWords.retry)}
        </Button>
      ) : null}
    </OutcomeNote>
  );
}
