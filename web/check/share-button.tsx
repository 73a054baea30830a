/** Copies the address, which holds nothing personal; the page keeps it up to date. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { checkWords } from '../shared/i18n/check-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';

// The clipboard is there only over https or on this computer, and may be refused.
async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}

export function ShareLink() {
  const { say } = useSpeech();
  const [copied, setCopied] = useState<boolean>();
  const told = copied === undefined ? '' : say(copied ? checkWords.copied : checkWords.copyByHand);
  return (
    <div className="share">
      <Button className="button" onPress={async () => setCopied(await copyAddress())}>
        {say(checkWords.share)}
      </Button>
      <p className="quiet">{say(checkWords.shareHint)}</p>
      <p role="status">{told}</p>
    </div>
  );
}
