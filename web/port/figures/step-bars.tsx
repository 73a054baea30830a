/** Where the milliseconds go: one bar a step, its median solid, its 95th percentile faint. */
import type { StatsView } from '../../../src/server/index.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { stepWords } from '../../shared/i18n/step-words.ts';
import { number } from '../../shared/ui/format.ts';

function StepBar({ step, longest }: { readonly step: StatsView['steps'][number]; readonly longest: number }) {
  const { say, language } = useSpeech();
  const text = stepWords[step.name];
  const ms = (value: number) => number(value, language, value < 1 ? 2 : value < 10 ? 1 : 0);
  const percent = (value: number) => `${Math.max(0.6, (value / longest) * 100).toFixed(1)}%`;
  return (
    <li title={say(portWords.median, { n: ms(step.medianMs), p95: ms(step.p95Ms) })}>
      <span className="step-name">{text ? say(text) : step.name}</span>
      <span className="track" aria-hidden="true">
        <span className="late" style={{ width: percent(step.p95Ms) }} />
        <span className="half" style={{ width: percent(step.medianMs) }} />
      </span>
      <span className="step-ms numerals">{ms(step.medianMs)}</span>
    </li>
  );
}

export function StepBars({ stats }: { readonly stats: StatsView }) {
  const { say, language } = useSpeech();
  const longest = Math.max(1, ...stats.steps.map((step) => step.p95Ms));
  const whole = stats.systemMedianMs;
  return (
    <section className="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">
        {say(portWords.steps)}{' '}
        {whole === null ? null : <span>{say(portWords.stepsHint, { ms: number(whole, language) })}</span>}
      </h2>
      {stats.steps.length === 0 ? <p className="nothing">{say(portWords.stepsNone)}</p> : null}
      <ul>
        {stats.steps.map((step) => (
          <StepBar key={step.name} step={step} longest={longest} />
        ))}
      </ul>
    </section>
  );
}
