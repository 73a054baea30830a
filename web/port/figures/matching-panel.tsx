/** For the officer on duty: how often recognition errs here, and what the gallery's governor has to say. */
import './matching-panel.css';
import { useState } from 'react';
import type { MatchingView } from '../../../src/server/index.ts';
import { type Answer, getJson } from '../../shared/api/request.ts';
import { useRepeated } from '../../shared/api/ticks.ts';
import { FORMAT_LOCALES, type Language } from '../../shared/i18n/language.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime, number } from '../../shared/ui/format.ts';

const RENEW_MS = 10_000;

const percent = (rate: number, language: Language): string =>
  new Intl.NumberFormat(FORMAT_LOCALES[language], { style: 'percent', maximumSignificantDigits: 2 }).format(
    rate,
  );

function Rate({ events, trials, upper }: { events: number; trials: number; upper: number }) {
  const { say, language } = useSpeech();
  if (trials === 0) return <td>{say(portWords.rateNone)}</td>;
  const counted = (value: number) => number(value, language);
  return (
    <td className="numerals">
      {say(portWords.rateLine, {
        n: counted(events),
        of: counted(trials),
        upper: percent(upper, language),
      })}
    </td>
  );
}

function FactorRow({ name, factor }: { readonly name: string; readonly factor: MatchingView['face'] }) {
  const { impostors, genuine } = factor;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Rate events={impostors.falseMatches} trials={impostors.comparisons} upper={impostors.rate.upper} />
      <Rate events={genuine.missed} trials={genuine.comparisons} upper={genuine.rate.upper} />
    </tr>
  );
}

function Table({ matching }: { readonly matching: MatchingView }) {
  const { say } = useSpeech();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(portWords.matchingFactor)}</th>
          <th scope="col">{say(portWords.falseMatches)}</th>
          <th scope="col">{say(portWords.missedOwn)}</th>
        </tr>
      </thead>
      <tbody>
        <FactorRow name={say(portWords.matchingFace)} factor={matching.face} />
        <FactorRow name={say(portWords.matchingFinger)} factor={matching.finger} />
      </tbody>
    </table>
  );
}

function Governor({ matching }: { readonly matching: MatchingView }) {
  const { say, language } = useSpeech();
  const { fpir, gallery, warnings } = matching;
  const shown = (rate: number) => percent(rate, language);
  return (
    <div>
      {warnings.length === 0 ? <p>{say(portWords.matchingFine)}</p> : null}
      <ul className="warnings">
        {warnings.map(({ code, texts }) => (
          <li key={code}>{say(texts)}</li>
        ))}
      </ul>
      <p className="hint">
        {say(portWords.fpir, {
          templates: number(gallery.templates, language),
          estimate: shown(fpir.estimate),
          upper: shown(fpir.upper),
          promised: shown(fpir.promised),
        })}
      </p>
    </div>
  );
}

export function MatchingPanel() {
  const { say, language } = useSpeech();
  const [answer, setAnswer] = useState<Answer<MatchingView>>();
  useRepeated(async () => setAnswer(await getJson<MatchingView>('/v1/matching')), RENEW_MS);
  // A moment without figures is no fault that an officer could mend: the page goes on without them.
  if (answer?.outcome !== 'ok') return null;
  const matching = answer.value;
  const since = dateTime(Date.parse(matching.since), language);
  return (
    <section className="matching" aria-labelledby="matching-title">
      <h2 id="matching-title">
        {say(portWords.matching)} <span>{say(portWords.matchingHint, { since })}</span>
      </h2>
      <Governor matching={matching} />
      <Table matching={matching} />
    </section>
  );
}
