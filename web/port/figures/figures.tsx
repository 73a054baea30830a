/** Three figures, one chart, and the milliseconds of each step as quiet bars. */
import './figures.css';
import type { ReactNode } from 'react';
import type { PortView, StatsView } from '../../../src/server/index.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { number } from '../../shared/ui/format.ts';
import { MinuteChart } from './minute-chart.tsx';
import { StepBars } from './step-bars.tsx';

function Figure(props: {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly hint: ReactNode;
  readonly mood?: string;
}) {
  return (
    <div className="figure-box" data-mood={props.mood}>
      <dt>{props.name}</dt>
      <dd className="value numerals">
        {props.value}
        {props.unit ? <small> {props.unit}</small> : null}
      </dd>
      <dd className="hint">{props.hint}</dd>
    </div>
  );
}

function SecondsFigure({ stats }: { readonly stats: StatsView }) {
  const { say, language } = useSpeech();
  const { medianSeconds, p95Seconds } = stats;
  const shown = (value: number | null) => (value === null ? '–' : number(value, language, 1));
  const hint =
    medianSeconds === null
      ? say(portWords.secondsNone)
      : say(portWords.secondsHint, { p95: shown(p95Seconds) });
  return (
    <Figure
      name={say(portWords.seconds)}
      value={shown(medianSeconds)}
      unit={say(portWords.secondUnit)}
      hint={hint}
    />
  );
}

export function Figures({ port }: { readonly port: PortView }) {
  const { say, language } = useSpeech();
  const { stats } = port;
  const counted = (value: number) => number(value, language);
  return (
    <div className="figures">
      <dl className="three">
        <Figure
          name={say(portWords.crossings)}
          value={counted(stats.crossings)}
          hint={say(portWords.crossingsHint, {
            gallery: counted(stats.gallery),
            register: counted(stats.register),
          })}
        />
        <SecondsFigure stats={stats} />
        <Figure
          mood="referred"
          name={say(portWords.referred)}
          value={counted(stats.referred)}
          hint={say(portWords.referredHint, { n: counted(stats.turnedAway) })}
        />
      </dl>
      <MinuteChart minutes={stats.perMinute} />
      <StepBars stats={stats} />
    </div>
  );
}
