/** What belongs to an account: until when, who it is, contacts, devices, the ends. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountAnswer } from '../../../src/server/index.ts';
import { useAccount } from '../../shared/api/account.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { accountWords, signInWords } from '../../shared/i18n/account-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import '../identity/account.css';
import { Contacts } from './contacts.tsx';
import { Devices } from './devices.tsx';

type Account = NonNullable<AccountAnswer['account']>;

/** `onDone` hears that nobody is signed in any more. */
export function AccountPage({ onDone }: { readonly onDone: () => void }) {
  useTitle(accountWords.title);
  const { say } = useSpeech();
  const { answer, account, failure, renew } = useAccount();
  if (failure) return <FailureNote answer={failure} retry={renew} />;
  if (!answer) return <Note icon="person" title={say(pageWords.loading)} />;
  if (!account) {
    return (
      <Note icon="key" title={say(accountWords.title)}>
        <a className="button go" href="/sign-in?then=/account">
          {say(signInWords.title)}
        </a>
      </Note>
    );
  }
  return (
    <section className="acct">
      <h1>{say(account.kind === 'guest' ? accountWords.kindGuest : accountWords.kindOwn)}</h1>
      <Standing account={account} />
      <Contacts account={account} renew={renew} />
      <Devices account={account} renew={renew} />
      <Ends account={account} onDone={onDone} />
    </section>
  );
}

function Standing({ account }: { readonly account: Account }) {
  const { say, language } = useSpeech();
  const timeOf = (at: string) => dateTime(Date.parse(at), language);
  const { kind, endsAt, realName, realPerson } = account;
  const ends = kind === 'guest' ? accountWords.guestEnds : accountWords.endsAt;
  return (
    <div className="acct-standing">
      <p className={kind === 'guest' ? 'acct-warning' : 'quiet'}>{say(ends, { time: timeOf(endsAt) })}</p>
      <p>
        <Icon name={realName ? 'check' : 'pause'} />
        {realName ? say(accountWords.nameDone) : <a href="/account/name">{say(accountWords.nameOpen)}</a>}
      </p>
      {realPerson ? (
        <p>
          <Icon name="check" />
          {say(accountWords.personDone, { time: timeOf(realPerson.until) })}
        </p>
      ) : null}
    </div>
  );
}

function Ends({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Answer<unknown>>();
  const end = async (path: string) => {
    const sent = await sendJson('POST', path, {});
    if (sent.outcome === 'ok') onDone();
    else setFailure(sent);
  };
  return (
    <div className="acct-choice">
      <div className="acct-pair">
        <Button className="button" onPress={() => end('/v1/account/end')}>
          {say(pageWords.signOut)}
        </Button>
        {account.kind === 'guest' ? null : (
          <Button className="button" onPress={() => end('/v1/account/end-all')}>
            {say(accountWords.signOutAll)}
          </Button>
        )}
      </div>
      {failure ? <FailureNote answer={failure} retry={() => setFailure(undefined)} /> : null}
      <h2>{say(accountWords.close)}</h2>
      <p className="quiet">{say(accountWords.closeHint)}</p>
      {asked ? (
        <div className="acct-pair">
          <Button className="button" onPress={() => setAsked(false)}>
            {say(accountWords.keep)}
          </Button>
          <Button className="button" onPress={() => end('/v1/account/close')}>
            {say(accountWords.closeSure)}
          </Button>
        </div>
      ) : (
        <Button className="button" onPress={() => setAsked(true)}>
          {say(accountWords.close)}
        </Button>
      )}
    </div>
  );
}
