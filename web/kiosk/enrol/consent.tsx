/**
 * One consent at a time (C-08): its own card, its own two buttons of equal weight, nothing chosen beforehand, and the
 * other ways in sight (C-10). Only when both are given does the server hear of them and anything is captured.
 */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConsentChoice } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { enrolWords } from '../../shared/i18n/enrol-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';

type ConsentStage = Extract<Stage, { at: 'consent' }>;

const BOTH: ConsentChoice = { face: true, fingerprint: true };

export function Consent({
  stage,
  go,
}: {
  readonly stage: ConsentStage;
  readonly go: (stage: Stage) => void;
}) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const { modality, answer } = stage;
  const text = answer.consents.find((each) => each.modality === modality);
  const enrolment = answer.enrolment ?? '';
  const agree = async () => {
    if (modality === 'face') return go({ at: 'consent', modality: 'fingerprint', answer });
    const sent = await sendJson('PUT', `/v1/enrolments/${encodeURIComponent(enrolment)}/consents`, BOTH);
    if (sent.outcome === 'ok') go({ at: 'face', enrolment });
    else setFailure(sent);
  };
  return (
    <>
      <Eyes>
        <article className="consent">
          <p className="quiet">{say(enrolWords.consentStep, { n: modality === 'face' ? 1 : 2 })}</p>
          <h1 className="verb">{text ? say(text.title) : modality}</h1>
          {failure ? <FailureNote answer={failure} retry={agree} /> : null}
          {text ? <p className="consent-body">{say(text.body)}</p> : null}
          {text ? <p className="quiet">{say(enrolWords.version, { v: text.version })}</p> : null}
        </article>
      </Eyes>
      <Hands>
        <div className="pair">
          <Button className="button large" onPress={() => agree()}>
            {say(enrolWords.agree)}
          </Button>
          <Button className="button large" onPress={() => go({ at: 'declined', modality, answer })}>
            {say(enrolWords.decline)}
          </Button>
        </div>
        <div className="alternatives">
          <p>{say(enrolWords.either)}</p>
          <ul>
            {answer.alternatives.map((way) => (
              <li key={way.id}>{say(way.text)}</li>
            ))}
          </ul>
        </div>
      </Hands>
    </>
  );
}
