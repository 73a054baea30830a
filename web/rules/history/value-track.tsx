/** One dated value: a band over the years, and beneath it each value with its day and its notice. */
import type { CSSProperties } from 'react';
import type { Day } from '../../../src/kernel/index.ts';
import type { DatedValue, Law, Parameter } from '../../../src/policy/index.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import { addressOf } from '../place.ts';
import { citation } from '../reach.ts';
import { targetId } from '../target.ts';
import { valueWords } from '../value-words.ts';
import { type Axis, shareOn, spansOf } from './spans.ts';
import { EVER } from './turns.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
const at = (axis: Axis, day: Day): CSSProperties => ({ insetInlineStart: percent(shareOn(axis, day)) });

export function AxisYears({ axis }: { readonly axis: Axis }) {
  return (
    <div className="years numerals" aria-hidden="true">
      {axis.years.map((day) => (
        <span key={day} style={at(axis, day)}>
          {day.slice(0, 4)}
        </span>
      ))}
    </div>
  );
}

function Band(props: { readonly parameter: Parameter; readonly axis: Axis; readonly today: Day }) {
  const { say } = useSpeech();
  const { parameter, axis, today } = props;
  return (
    <div className="span-band" aria-hidden="true">
      {axis.years.map((day) => (
        <i key={day} className="year-line" style={at(axis, day)} />
      ))}
      {spansOf(parameter, axis).map(({ from, until, since, value }) => {
        const start = shareOn(axis, from);
        const width = percent(shareOn(axis, until) - start);
        return (
          <span key={since} className="span numerals" style={{ insetInlineStart: percent(start), width }}>
            {valueWords(say, parameter, value)}
          </span>
        );
      })}
      <i className="today-line" style={at(axis, today)} />
    </div>
  );
}

function ValueLine(props: { readonly law: Law; readonly parameter: Parameter; readonly dated: DatedValue }) {
  const { say, language } = useSpeech();
  const { from, until, value, reference } = props.dated;
  const since = from <= EVER ? say(rulesWords.ever) : say(rulesWords.since, { day: longDay(from, language) });
  return (
    <li>
      <strong className="numerals">{valueWords(say, props.parameter, value)}</strong>{' '}
      <span className="numerals">
        {since}
        {until ? ` ${say(rulesWords.until, { day: longDay(until, language) })}` : ''}
      </span>{' '}
      <cite lang="zh-Hant" className="quiet">
        {citation(props.law, reference)}
      </cite>
    </li>
  );
}

export function ValueTrack(props: {
  readonly law: Law;
  readonly question: string;
  readonly id: string;
  readonly parameter: Parameter;
  readonly axis: Axis;
  readonly today: Day;
}) {
  const { say } = useSpeech();
  const { law, question, id, parameter, axis, today } = props;
  return (
    <section className="value-track" id={targetId(id)} tabIndex={-1}>
      <h4>{say(parameter.text)}</h4>
      <p className="quiet">
        <code>{id}</code> · {say(rulesWords.requirement, { ids: parameter.requirement.join(', ') })} ·{' '}
        <a href={addressOf(question, 'draft', id)}>{say(rulesWords.tryThis)}</a>
      </p>
      <Band parameter={parameter} axis={axis} today={today} />
      <ul className="dated">
        {parameter.values.map((dated) => (
          <ValueLine key={dated.from} law={law} parameter={parameter} dated={dated} />
        ))}
      </ul>
    </section>
  );
}
