/** What the figures' shapes mean. */
import type { FigureView } from '../../../src/server/index.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { Body, Mood } from './figure-drawing.tsx';

const MOODS: readonly (readonly [FigureView['mood'], Words])[] = [
  ['plain', portWords.moodPlain],
  ['cleared', portWords.moodCleared],
  ['referred', portWords.moodReferred],
];

export function Legend() {
  const { say } = useSpeech();
  return (
    <ul className="legend" aria-label={say(portWords.legend)}>
      {MOODS.map(([mood, text]) => (
        <li key={mood}>
          <svg viewBox="-50 -50 100 100" aria-hidden="true">
            <g className="figure" data-mood={mood}>
              <Mood mood={mood} />
              <Body luggage={false} />
            </g>
          </svg>
          {say(text)}
        </li>
      ))}
    </ul>
  );
}
