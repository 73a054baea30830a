/** Who is signed in, or the way to sign in. */

import type { SessionView } from '../../../src/server/index.ts';
import { pageWords } from '../i18n/page-words.ts';
import { useSpeech } from '../i18n/speech.tsx';
import { Icon } from './icon.tsx';

export function SessionState({ session }: { readonly session: SessionView | undefined }) {
  const { say } = useSpeech();
  if (!session) return null;
  return (
    <a className="button bare" href="/officer">
      <Icon name={session.signedIn ? 'officer' : 'key'} />
      {session.officer ? session.officer.name : say(pageWords.signIn)}
    </a>
  );
}
