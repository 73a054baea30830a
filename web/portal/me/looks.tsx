/** Who looked at one's data, and why, in plain words. */
import type { LooksView } from '../../../src/server/index.ts';
import { lookActionWords, lookerWords, meWords, purposeWords } from '../../shared/i18n/me-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { dateTime } from '../../shared/ui/format.ts';
import { useResource } from '../use-resource.ts';
import { Unread } from './unread.tsx';

type Look = LooksView[number];

const wordsFor = (table: Readonly<Record<string, Words>>, code: string): Words | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;

export function LooksPart() {
  const { say } = useSpeech();
  const mine = useResource<LooksView>('/v1/me/looks');
  if (!mine.value) return <Unread resource={mine} />;
  return (
    <>
      <p className="quiet">{say(mine.value.length === 0 ? meWords.noLooks : meWords.looksHint)}</p>
      <ol className="me-list">
        {mine.value.map((look, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and two leaves may say the same.
          <Line key={index} look={look} />
        ))}
      </ol>
    </>
  );
}

function Line({ look: { at, action, kind, pseudonym = '', purpose } }: { readonly look: Look }) {
  const { say, language } = useSpeech();
  const why = purpose === undefined ? undefined : wordsFor(purposeWords, purpose);
  return (
    <li>
      <strong>{say(wordsFor(lookActionWords, action) ?? lookActionWords.other)}</strong>
      <span>{say(lookerWords[kind], { code: pseudonym })}</span>
      {purpose === undefined ? null : (
        <span className="quiet">{say(meWords.why, { purpose: why ? say(why) : purpose })}</span>
      )}
      <time className="quiet numerals" dateTime={at}>
        {dateTime(Date.parse(at), language)}
      </time>
    </li>
  );
}
