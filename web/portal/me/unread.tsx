/** What stands in the way of one's own data: signing in, the name, the face; each leads there and back. */
import { meWords } from '../../shared/i18n/me-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { Words } from '../../shared/i18n/words.ts';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { Link, via } from '../router.tsx';
import type { Resource } from '../use-resource.ts';

export function Unread({ resource }: { readonly resource: Pick<Resource<unknown>, 'failure' | 'renew'> }) {
  const { say } = useSpeech();
  const { failure, renew } = resource;
  if (!failure) return <p className="quiet">{say(pageWords.loading)}</p>;
  if (failure.outcome === 'failed') {
    const { code, field } = failure.problem;
    if (code === 'NOT_SIGNED_IN') return <Way to="/sign-in" text={portalWords.signInFirst} />;
    if (field === 'realName') return <Way to="/account/name" text={meWords.nameFirst} />;
    if (field === 'realPerson') return <Way to="/account/person" text={meWords.prove} />;
  }
  return <FailureNote answer={failure} retry={renew} />;
}

function Way({ to, text }: { readonly to: string; readonly text: Words }) {
  const { say } = useSpeech();
  return (
    <Note icon="key" title={say(meWords.proveTitle)} hint={say(meWords.proveHint)}>
      <Link to={via(to, location.pathname)} className="button go">
        {say(text)}
      </Link>
    </Note>
  );
}
