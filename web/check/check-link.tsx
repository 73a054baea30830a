/** The quiet way from the port to "Can I use it?". */
import './check-link.css';
import { checkWords } from '../shared/i18n/check-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';

export function CheckLink() {
  const { say } = useSpeech();
  return (
    <a className="check-link" href="/check">
      {say(checkWords.link)}
    </a>
  );
}
