/** The way in: a passkey; before there is one, the printed link. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { officerWords } from '../shared/i18n/officer-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { useOneTimeLink } from './one-time-link.ts';
import { type PasskeyOutcome, signInWithPasskey } from './passkey.ts';

/** What a passkey's failure looks like; success is the caller's to show. */
export function PasskeyTrouble({
  result,
  retry,
}: {
  readonly result: PasskeyOutcome | undefined;
  readonly retry: () => void;
}) {
  const { say } = useSpeech();
  if (!result || result.outcome === 'ok') return null;
  if (result.outcome === 'refused') {
    return (
      <p className="soft-warning" role="status">
        {say(officerWords.refused)}
      </p>
    );
  }
  return <FailureNote answer={result} retry={retry} />;
}

export function SignIn({ signedIn }: { readonly signedIn: () => Promise<void> }) {
  const { say } = useSpeech();
  const link = useOneTimeLink();
  const [result, setResult] = useState<PasskeyOutcome>();
  const enter = async () => {
    const outcome = await signInWithPasskey();
    setResult(outcome);
    if (outcome.outcome === 'ok') await signedIn();
  };
  if (link === 'using') return <Note icon="key" title={say(officerWords.linkUsing)} />;
  return (
    <section className="sign-in">
      <h2>{say(officerWords.title)}</h2>
      {link === 'spent' ? (
        <p className="soft-warning" role="alert">
          <strong>{say(officerWords.linkSpent)}</strong>
          <br />
          {say(officerWords.linkSpentHint)}
        </p>
      ) : null}
      <p>{say(officerWords.intro)}</p>
      <Button className="button go" onPress={() => enter()}>
        <Icon name="key" />
        {say(officerWords.passkey)}
      </Button>
      <PasskeyTrouble result={result} retry={enter} />
      <details>
        <summary>{say(officerWords.linkTitle)}</summary>
        <p>{say(officerWords.linkHint)}</p>
      </details>
    </section>
  );
}
