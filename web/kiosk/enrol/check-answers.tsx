/** Check your answers; sending them asks the law, and nothing else happens yet. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EnrolmentAnswer } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { documentWords, endorsementWords, enrolWords } from '../../shared/i18n/enrol-words.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { Eyes, Hands } from '../kiosk-frame.tsx';
import type { Stage } from '../stage.ts';
import { dayTyped, draftOf, type Form, isField, needsEndorsement, type TypedDay } from './form.ts';

/** Where the law's answer leads; a field that the server refused leads back to the form, with the fault at its field. */
function nextStage(answer: Answer<EnrolmentAnswer>, form: Form): Stage | undefined {
  if (answer.outcome === 'ok') {
    const { value } = answer;
    return value.outcome === 'may-enrol' && value.enrolment
      ? { at: 'consent', modality: 'face', answer: value }
      : { at: 'turned-away', answer: value };
  }
  if (answer.outcome === 'unreachable' || !isField(answer.problem.field)) return undefined;
  const { field, detail, expected } = answer.problem;
  const told = expected ? `${detail} (${expected})` : detail;
  return { at: 'about-you', form: { ...form, refused: { field, text: enrolWords.required, told } } };
}

const dayText = (typed: TypedDay, language: Language) => {
  const day = dayTyped(typed);
  return day ? longDay(day, language) : '';
};

function Answers({ form }: { readonly form: Form }) {
  const { say, language } = useSpeech();
  const lines: (readonly [string, string])[] = [
    [say(enrolWords.category), say(enrolWords[form.category])],
    [say(enrolWords.name), form.name],
    [say(enrolWords.birth), dayText(form.birth, language)],
    [say(enrolWords.document), say(documentWords[form.documentType])],
    [say(enrolWords.number), form.number.toUpperCase()],
    [say(enrolWords.expires), dayText(form.expires, language)],
  ];
  if (needsEndorsement(form)) {
    const endorsement = [
      endorsementWords[form.endorsementType],
      enrolWords[form.entries],
      enrolWords[form.destination],
    ];
    lines.push([say(enrolWords.endorsement), endorsement.map((text) => say(text)).join(', ')]);
    lines.push([say(enrolWords.endorsementExpires), dayText(form.endorsementExpires, language)]);
  }
  if (form.guardianPresent) lines.push([say(enrolWords.guardian), '✓']);
  return (
    <dl className="answers">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function CheckAnswers({ form, go }: { readonly form: Form; readonly go: (stage: Stage) => void }) {
  const { say, language } = useSpeech();
  const [failure, setFailure] = useState<Answer<EnrolmentAnswer>>();
  const [asking, setAsking] = useState(false);
  const send = async () => {
    setAsking(true);
    const answer = await sendJson<EnrolmentAnswer>('POST', '/v1/enrolments', draftOf(form, language));
    setAsking(false);
    const next = nextStage(answer, form);
    if (next) go(next);
    else setFailure(answer);
  };
  return (
    <>
      <Eyes>
        <div className="form">
          <h1 className="verb">{say(enrolWords.check)}</h1>
          {failure ? <FailureNote answer={failure} retry={send} /> : <Answers form={form} />}
          <p role="status">{asking ? say(enrolWords.asking) : ''}</p>
        </div>
      </Eyes>
      <Hands>
        <Button className="button go large" isDisabled={asking} onPress={() => send()}>
          <Icon name="check" />
          {say(enrolWords.send)}
        </Button>
        <Button className="button large" isDisabled={asking} onPress={() => go({ at: 'about-you', form })}>
          <Icon name="back" />
          {say(enrolWords.change)}
        </Button>
      </Hands>
    </>
  );
}
