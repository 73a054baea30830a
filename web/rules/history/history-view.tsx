/** How a question came to be what it is: its dated values as bands, and what changed day by day. */
import './history.css';
import { useMemo, useState } from 'react';
import { shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import type { Change, Parameter } from '../../../src/policy/index.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import type { ViewProps } from '../question-view.tsx';
import { reachOf } from '../reach.ts';
import { useTarget } from '../target.ts';
import { axisOf } from './spans.ts';
import { type Turn, turnsOf } from './turns.ts';
import { AxisYears, ValueTrack } from './value-track.tsx';

function Values({ law, question }: Pick<ViewProps, 'law' | 'question'>) {
  const { say } = useSpeech();
  const [today] = useState(() => shanghaiDay(systemClock.now()));
  const held = reachOf(law, question).parameters.flatMap((id): { id: string; parameter: Parameter }[] => {
    const parameter = law.content.parameters[id];
    return parameter ? [{ id, parameter }] : [];
  });
  if (held.length === 0) return <p className="quiet">{say(rulesWords.noValues)}</p>;
  const axis = axisOf(
    held.map(({ parameter }) => parameter),
    today,
  );
  return (
    <div className="tracks">
      <AxisYears axis={axis} />
      {held.map(({ id, parameter }) => (
        <ValueTrack
          key={id}
          law={law}
          question={question}
          id={id}
          parameter={parameter}
          axis={axis}
          today={today}
        />
      ))}
    </div>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const { say } = useSpeech();
  return (
    <li>
      <p>{say(change.text)}</p>
      <p className="quiet">
        <cite lang="zh-Hant">{change.reference}</cite>
      </p>
    </li>
  );
}

function TurnLine({ turn }: { readonly turn: Turn }) {
  const { language } = useSpeech();
  return (
    <li className="turn">
      <h4 className="numerals">{longDay(turn.day, language)}</h4>
      <ul>
        {turn.changes.map((change) => (
          <ChangeLine key={`${change.kind} ${change.id} ${change.text.en}`} change={change} />
        ))}
      </ul>
    </li>
  );
}

export function HistoryView({ law, question, rest }: ViewProps) {
  const { say } = useSpeech();
  const turns = useMemo(() => turnsOf(law, question), [law, question]);
  useTarget(rest[0]);
  return (
    <>
      <section>
        <h3>{say(rulesWords.values)}</h3>
        <Values law={law} question={question} />
      </section>
      <section>
        <h3>{say(rulesWords.turns)}</h3>
        <ol className="turns">
          {turns.map((turn) => (
            <TurnLine key={turn.day} turn={turn} />
          ))}
        </ol>
      </section>
    </>
  );
}
