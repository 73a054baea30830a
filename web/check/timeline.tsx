/** The answer through the years as a band, with a handle for the day; beneath it the same in words, to be pressed. */
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Day, dayFromEpoch, epochDay } from '../../src/kernel/index.ts';
import { checkWords, verdictWords } from '../shared/i18n/check-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { longDay } from '../shared/ui/format.ts';
import { DAY_FACT } from './answers.ts';
import { type Era, erasOf, shareOf } from './eras.ts';
import type { Check } from './use-check.ts';
import { verdictOf } from './verdict.ts';

/** Units of the drawing; it is stretched to the width there is. */
const [WIDTH, HEIGHT] = [1000, 28];

function Band({ eras, today }: { readonly eras: readonly Era[]; readonly today: Day }) {
  const x = (day: Day) => shareOf(eras, day) * WIDTH;
  return (
    <svg className="band" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {eras.map((era, index) => {
        const next = eras[index + 1];
        const end = next ? x(next.from) : WIDTH;
        return (
          <rect
            key={era.from}
            data-verdict={verdictOf(era.decision)}
            x={x(era.from)}
            width={Math.max(0, end - x(era.from))}
            height={HEIGHT}
          />
        );
      })}
      <line
        className="today"
        x1={x(today)}
        x2={x(today)}
        y1={0}
        y2={HEIGHT}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** The native control: it knows keys, touch and readers of screens, and tells the day in words. */
function DaySlider({ check, eras }: { readonly check: Check; readonly eras: readonly Era[] }) {
  const { say, language } = useSpeech();
  // While it is moved the page stands still: another day may need another question.
  const [moved, setMoved] = useState<Day>();
  const [first, last] = [eras[0], eras.at(-1)];
  if (!first || !last) return null;
  const day = moved ?? check.day;
  const era = eras.findLast(({ from }) => from <= day) ?? first;
  const text = `${longDay(day, language)} · ${say(verdictWords[verdictOf(era.decision)].title)}`;
  const settle = () => {
    if (moved) check.answer(DAY_FACT, moved);
    setMoved(undefined);
  };
  return (
    <div className="day-slider">
      <div className="track">
        <Band eras={eras} today={check.today} />
        <input
          type="range"
          aria-label={say(checkWords.timelineDay)}
          aria-valuetext={text}
          min={epochDay(first.from)}
          max={epochDay(last.until)}
          value={epochDay(day)}
          onChange={(event) => setMoved(dayFromEpoch(event.target.valueAsNumber))}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
      </div>
      <output className="numerals">{text}</output>
    </div>
  );
}

function EraLines({ check, eras }: { readonly check: Check; readonly eras: readonly Era[] }) {
  const { say, language } = useSpeech();
  return (
    <ul className="eras">
      {eras.map((era, index) => {
        const answer = say(verdictWords[verdictOf(era.decision)].title);
        const day = longDay(era.from, language);
        const first = eras.length === 1 ? checkWords.eraAlways : checkWords.eraBefore;
        const text = index === 0 ? say(first, { answer }) : say(checkWords.eraFrom, { day, answer });
        const current = era.from <= check.day && check.day <= era.until;
        return (
          <li key={era.from}>
            <Button
              className="button era"
              data-verdict={verdictOf(era.decision)}
              data-current={current || undefined}
              onPress={() => check.answer(DAY_FACT, index === 0 ? era.until : era.from)}
            >
              <span className="swatch" />
              <span className="numerals">{text}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

export function Timeline({ check }: { readonly check: Check }) {
  const { say } = useSpeech();
  const { law, answers, day, today } = check;
  const eras = useMemo(() => erasOf(law, answers, [today, day]), [law, answers, today, day]);
  return (
    <section className="timeline">
      <h3>{say(checkWords.timeline)}</h3>
      {eras.length > 1 ? <p className="quiet">{say(checkWords.timelineHint)}</p> : null}
      <DaySlider check={check} eras={eras} />
      <EraLines check={check} eras={eras} />
    </section>
  );
}
