/** A mainland number, confirmed by a code: asked for before the form of a service that needs it (H-10). */
import { useEffect } from 'react';
import { useAccount } from '../../shared/api/account.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { NewContact } from '../sign-in/contacts.tsx';
import './account.css';

export function MobilePage({ onDone }: { readonly onDone: () => void }) {
  useTitle(portalWords.mobileTitle);
  const { say } = useSpeech();
  const { account, failure, renew } = useAccount();
  const confirmed = account?.mainlandMobile === true;
  useEffect(() => {
    if (confirmed) onDone();
  }, [confirmed, onDone]);
  if (failure) return <FailureNote answer={failure} retry={() => void renew()} />;
  if (!account) return <Note icon="person" title={say(pageWords.loading)} />;
  return (
    <section className="acct">
      <h1>{say(portalWords.mobileTitle)}</h1>
      <p className="quiet">{say(portalWords.mobileHint)}</p>
      {account.contacts.mobile === undefined ? null : <p role="status">{say(portalWords.mobileOther)}</p>}
      <NewContact channel="sms" renew={renew} />
    </section>
  );
}
