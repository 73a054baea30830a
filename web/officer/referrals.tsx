/** Who was referred lately, over all lanes, newest first; each with its reasons and clauses. */
import { useState } from 'react';
import type { LaneDetail, LaneView, PassageView, PortView } from '../../src/server/index.ts';
import { laneName } from '../port/lane-name.ts';
import { Passage } from '../port/panel/passage.tsx';
import { type Answer, getJson } from '../shared/api/request.ts';
import { useRepeated } from '../shared/api/ticks.ts';
import { officerWords } from '../shared/i18n/officer-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';

const RENEW_MS = 3_000;

interface Referral {
  readonly lane: LaneView;
  readonly passage: PassageView;
}

export const referralsOf = (details: readonly LaneDetail[]): readonly Referral[] =>
  details
    .flatMap(({ lane, recent }) => recent.map((passage) => ({ lane, passage })))
    .filter(({ passage }) => passage.outcome === 'referred')
    .sort((a, b) => (a.passage.startedAt < b.passage.startedAt ? 1 : -1));

async function loadReferrals(): Promise<Answer<readonly Referral[]>> {
  const port = await getJson<PortView>('/v1/port');
  if (port.outcome !== 'ok') return port;
  const answers = await Promise.all(
    port.value.lanes.map((lane) => getJson<LaneDetail>(`/v1/lanes/${encodeURIComponent(lane.id)}`)),
  );
  const details = answers.flatMap((answer) => (answer.outcome === 'ok' ? [answer.value] : []));
  return { outcome: 'ok', value: referralsOf(details) };
}

export function Referrals() {
  const { say } = useSpeech();
  const [answer, setAnswer] = useState<Answer<readonly Referral[]>>();
  const load = async () => setAnswer(await loadReferrals());
  useRepeated(load, RENEW_MS);
  if (!answer) return <Note icon="officer" title={say(pageWords.loading)} />;
  if (answer.outcome !== 'ok') return <FailureNote answer={answer} retry={load} />;
  if (answer.value.length === 0) return <Note icon="check" title={say(officerWords.noReferrals)} />;
  return (
    <ul className="referrals">
      {answer.value.map(({ lane, passage }) => (
        <li key={passage.id}>
          <span className="referral-lane">{laneName(lane, say)}</span>
          <Passage passage={passage} open={false} />
        </li>
      ))}
    </ul>
  );
}
