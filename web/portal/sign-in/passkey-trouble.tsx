/** What a sign-in that did not finish looks like; nothing was lost, and there is another way. */
import type { PasskeyOutcome } from '../../shared/api/passkey.ts';
import { officerWords } from '../../shared/i18n/officer-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';

export function PasskeyTrouble(props: {
  readonly result: PasskeyOutcome | undefined;
  readonly retry: () => void;
}) {
  const { say } = useSpeech();
  const { result } = props;
  if (!result || result.outcome === 'ok') return null;
  if (result.outcome !== 'refused') return <FailureNote answer={result} retry={props.retry} />;
  return (
    <p className="acct-warning" role="status">
      {say(officerWords.refused)}
    </p>
  );
}
