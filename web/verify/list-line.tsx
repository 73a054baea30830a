/** How old the key list is: what a check without a network rests on. */
import { Button } from 'react-aria-components';
import { type KeyList, keyListAge } from '../../src/credentials/index.ts';
import { type Instant, type Millis, systemClock } from '../../src/kernel/index.ts';
import { FORMAT_LOCALES, type Language } from '../shared/i18n/language.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { verifyWords } from '../shared/i18n/verify-words.ts';
import { dateTime } from '../shared/ui/format.ts';
import { Icon } from '../shared/ui/icon.tsx';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `3 hours`, in whole units of the largest that fits. */
export function ageText(age: Millis, language: Language): string {
  const [unit, length] = UNITS.find(([, ms]) => age >= ms) ?? UNITS[2];
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(FORMAT_LOCALES[language], options).format(Math.floor(age / length));
}

interface ListProps {
  readonly list: KeyList;
  readonly offline: boolean;
  readonly update: () => void;
}

export function ListRibbon({ list, offline }: Omit<ListProps, 'update'>) {
  const { say } = useSpeech();
  const { stale } = keyListAge(list, systemClock.now());
  if (!stale && !offline) return null;
  return (
    <p className="ribbon" role="status">
      <Icon name={stale ? 'warn' : 'unplugged'} />
      {say(stale ? verifyWords.listStale : verifyWords.listOffline)}
    </p>
  );
}

export function ListLine({ list, update }: ListProps) {
  const { say, language } = useSpeech();
  const now: Instant = systemClock.now();
  const when = dateTime(list.issuedAt, language);
  const age = ageText(keyListAge(list, now).age, language);
  return (
    <footer className="list-line">
      <span>{say(verifyWords.listAge, { when, age })}</span>
      <Button className="button bare" onPress={update}>
        {say(verifyWords.listUpdate)}
      </Button>
    </footer>
  );
}
