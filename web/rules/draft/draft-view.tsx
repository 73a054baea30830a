/** "What if": a draft of one dated value, what it would contradict, whom it would affect, and the edit to propose. */
import './draft.css';
import { useMemo, useState } from 'react';
import type { Parameter } from '../../../src/policy/index.ts';
import { draftWords } from '../../shared/i18n/draft-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { addressOf } from '../place.ts';
import type { ViewProps } from '../question-view.tsx';
import { reachOf } from '../reach.ts';
import { Consequences } from './consequences.tsx';
import { type DraftLine, draftLaw, isSame, linesOf, readDraft } from './draft.ts';
import { DraftFaults } from './draft-faults.tsx';
import { DraftForm } from './draft-form.tsx';

function ParameterChoice(props: ViewProps & { readonly chosen: string; readonly ids: readonly string[] }) {
  const { say } = useSpeech();
  const { law, question, chosen, ids } = props;
  return (
    <label className="field">
      <span>{say(draftWords.parameter)}</span>
      <select
        value={chosen}
        onChange={({ target }) => location.assign(addressOf(question, 'draft', target.value))}
      >
        {ids.map((id) => {
          const parameter = law.content.parameters[id];
          return (
            <option key={id} value={id}>
              {parameter ? say(parameter.text) : id}
            </option>
          );
        })}
      </select>
    </label>
  );
}

function Draft({
  law,
  question,
  id,
  parameter,
}: Omit<ViewProps, 'rest'> & { readonly id: string; readonly parameter: Parameter }) {
  const { say } = useSpeech();
  const [lines, setLines] = useState<readonly DraftLine[]>(() => linesOf(parameter));
  const read = useMemo(() => readDraft(parameter, lines), [parameter, lines]);
  const drafted = useMemo(() => (read.values ? draftLaw(law, id, read.values) : undefined), [law, id, read]);
  const faults = read.faults ?? (drafted?.fault ? [drafted.fault] : []);
  const same = read.values !== undefined && isSame(parameter.values, read.values);
  return (
    <>
      <DraftForm law={law} parameter={parameter} lines={lines} change={setLines} />
      <DraftFaults parameter={parameter} faults={faults} />
      {same ? <p className="quiet">{say(draftWords.same)}</p> : null}
      {!same && read.values && drafted?.law ? (
        <Consequences
          law={law}
          draft={drafted.law}
          question={question}
          id={id}
          parameter={parameter}
          values={read.values}
        />
      ) : null}
    </>
  );
}

export function DraftView({ law, question, rest }: ViewProps) {
  const { say } = useSpeech();
  const ids = reachOf(law, question).parameters;
  const wanted = rest[0] !== undefined && Object.hasOwn(law.content.parameters, rest[0]) ? rest[0] : ids[0];
  const parameter = wanted === undefined ? undefined : law.content.parameters[wanted];
  if (wanted === undefined || !parameter) return <p className="quiet">{say(rulesWords.noValues)}</p>;
  return (
    <>
      <p className="quiet">{say(draftWords.intro)}</p>
      <ParameterChoice
        law={law}
        question={question}
        rest={rest}
        chosen={wanted}
        ids={ids.includes(wanted) ? ids : [...ids, wanted]}
      />
      <Draft key={wanted} law={law} question={question} id={wanted} parameter={parameter} />
    </>
  );
}
