/** The queue, nearest deadline first, narrowed to a service or a state. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DeskCaseHead } from '../../../src/server/index.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { stateWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { Note } from '../../shared/ui/note.tsx';

const ALL = '';

export function whoseWords(head: DeskCaseHead, officer: string): Words {
  if (head.proposedBy !== undefined)
    return head.proposedBy === officer ? deskWords.yourProposal : deskWords.toAgree;
  if (head.owner === undefined) return deskWords.free;
  return head.owner === officer ? deskWords.mine : deskWords.taken;
}

interface Choice {
  readonly id: string;
  readonly text: Words;
}

function Filter(props: {
  readonly label: Words;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
}) {
  const { say } = useSpeech();
  return (
    <label className="desk-filter">
      {say(props.label)}
      <select value={props.value} onChange={(event) => props.choose(event.target.value)}>
        <option value={ALL}>{say(deskWords.all)}</option>
        {props.choices.map(({ id, text }) => (
          <option key={id} value={id}>
            {say(text)}
          </option>
        ))}
      </select>
    </label>
  );
}

function choicesOf(cases: readonly DeskCaseHead[], of: (head: DeskCaseHead) => Choice): readonly Choice[] {
  return [...new Map(cases.map((head) => [of(head).id, of(head)])).values()];
}

export function Queue(props: {
  readonly cases: readonly DeskCaseHead[];
  readonly officer: string;
  readonly open: (id: string) => void;
}) {
  const { say } = useSpeech();
  const { cases, officer, open } = props;
  const [service, setService] = useState(ALL);
  const [state, setState] = useState(ALL);
  if (cases.length === 0) return <Note icon="check" title={say(deskWords.empty)} />;
  const shown = cases.filter(
    (head) => (service === ALL || head.service === service) && (state === ALL || head.state === state),
  );
  const services = choicesOf(cases, (head) => ({ id: head.service, text: head.title }));
  const states = choicesOf(cases, (head) => ({ id: head.state, text: stateWords[head.state] }));
  return (
    <>
      <div className="desk-filters">
        <Filter label={deskWords.service} value={service} choices={services} choose={setService} />
        <Filter label={deskWords.state} value={state} choices={states} choose={setState} />
        <p role="status" className="numerals">
          {shown.length === 0 ? say(deskWords.noneSo) : say(deskWords.count, { n: shown.length })}
        </p>
      </div>
      <ul className="desk-queue">
        {shown.map((head) => (
          <li key={head.id}>
            <Button className="desk-line" onPress={() => open(head.id)}>
              <strong>{say(head.title)}</strong>
              <span>{say(stateWords[head.state])}</span>
              <span className="numerals">
                {head.dueOn ? say(deskWords.due, { day: head.dueOn }) : say(deskWords.noDue)}
              </span>
              <span>{say(whoseWords(head, officer))}</span>
              <span className="desk-id numerals">{head.id}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
