/** Documents with what they allow today, their numbers hidden until tapped, and the people one is linked to. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { NumberView, OverviewView } from '../../../src/server/index.ts';
import { type Answer, getJson } from '../../shared/api/request.ts';
import { meWords } from '../../shared/i18n/me-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { LawAnswer } from '../cases/law-answer.tsx';
import { useResource } from '../use-resource.ts';
import { Unread } from './unread.tsx';

type OwnDocument = OverviewView['documents'][number];

export function DocumentsPart() {
  const { say, language } = useSpeech();
  const mine = useResource<OverviewView>('/v1/me');
  if (!mine.value) return <Unread resource={mine} />;
  const { names, birthDate, documents, linked } = mine.value;
  return (
    <>
      <p className="me-name">{names.join(' · ')}</p>
      <p className="quiet">{say(meWords.bornOn, { day: longDay(birthDate, language) })}</p>
      <ul className="me-list">
        {documents.map((document) => (
          <DocumentCard key={document.id} document={document} />
        ))}
      </ul>
      <h3>{say(meWords.linked)}</h3>
      {linked.length === 0 ? <p className="quiet">{say(meWords.noLinked)}</p> : null}
      <ul className="me-list">
        {linked.map(({ relation, name }) => (
          <li key={`${relation} ${name}`}>
            <strong>{name}</strong>
            <span className="quiet">{say(meWords[relation])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function DocumentCard({ document }: { readonly document: OwnDocument }) {
  const { say, language } = useSpeech();
  const { name, expires, expired, endorsements } = document;
  const until = (day: string, over: boolean) =>
    say(over ? meWords.expired : meWords.expires, { day: longDay(day, language) });
  return (
    <li>
      <h3>{say(name)}</h3>
      <DocumentNumber document={document} />
      <p className={expired ? 'me-over' : 'quiet'}>{until(expires, expired)}</p>
      <ul className="dots">
        {endorsements.map((one) => (
          <li key={`${one.name.en} ${one.destination} ${one.expires}`}>
            {say(one.name)} · {one.destination} · {one.entries}
            <span className={one.expired ? 'me-over' : 'quiet'}> {until(one.expires, one.expired)}</span>
          </li>
        ))}
      </ul>
      <Lane document={document} />
    </li>
  );
}

function DocumentNumber({ document: { id, tail } }: { readonly document: OwnDocument }) {
  const { say } = useSpeech();
  const [answer, setAnswer] = useState<Answer<NumberView>>();
  if (answer?.outcome === 'ok') return <p className="me-number numerals">{answer.value.number}</p>;
  const reveal = async () => setAnswer(await getJson(`/v1/me/documents/${id}/number`));
  return (
    <p className="me-masked">
      <span className="numerals">{say(meWords.endsIn, { tail })}</span>
      <Button className="button" onPress={() => void reveal()}>
        {say(meWords.reveal)}
      </Button>
      {answer ? <FailureNote answer={answer} retry={() => void reveal()} /> : null}
    </p>
  );
}

const LANE_WORDS = {
  ELIGIBLE: meWords.laneYes,
  ELIGIBLE_AFTER_ENROLMENT: meWords.laneAfter,
  NOT_ELIGIBLE: meWords.laneNo,
} as const;

function Lane({ document: { today } }: { readonly document: OwnDocument }) {
  const { say } = useSpeech();
  const open = today.decision === 'ELIGIBLE';
  const words =
    today.decision in LANE_WORDS ? LANE_WORDS[today.decision as keyof typeof LANE_WORDS] : meWords.laneRefer;
  return (
    <details>
      <summary>
        <Icon name={open ? 'check' : 'pause'} /> {say(meWords.lane)}: <strong>{say(words)}</strong>
      </summary>
      <LawAnswer answer={today} />
    </details>
  );
}
