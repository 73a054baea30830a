/** The officers' page: signed out it is a door, signed in it is who needs help, and which requests wait. */
import '../port/panel/panel.css';
import './officer.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SessionView } from '../../src/server/index.ts';
import { sendJson } from '../shared/api/request.ts';
import { useSession } from '../shared/api/session.ts';
import { officerWords } from '../shared/i18n/officer-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';
import { Cases } from './cases/cases.tsx';
import { type PasskeyOutcome, registerPasskey } from './passkey.ts';
import { Referrals } from './referrals.tsx';
import { PasskeyTrouble, SignIn } from './sign-in.tsx';

function Account(props: {
  readonly officer: NonNullable<SessionView['officer']>;
  readonly renew: () => Promise<void>;
}) {
  const { say } = useSpeech();
  const { officer, renew } = props;
  const [result, setResult] = useState<PasskeyOutcome>();
  const register = async () => {
    setResult(await registerPasskey());
    await renew();
  };
  const leave = async () => {
    await sendJson('POST', '/v1/session/end', {});
    await renew();
  };
  return (
    <section className="account">
      <div>
        <h2>{officer.name}</h2>
        <p>
          {say(officerWords.role)}: {officer.role}
        </p>
        <p>{say(officerWords.count, { n: officer.passkeys })}</p>
        <p role="status">{result?.outcome === 'ok' ? say(officerWords.added) : ''}</p>
      </div>
      <div className="account-acts">
        <Button className={officer.passkeys === 0 ? 'button go' : 'button'} onPress={() => register()}>
          <Icon name="key" />
          {say(officerWords.add)}
        </Button>
        <Button className="button" onPress={() => leave()}>
          {say(pageWords.signOut)}
        </Button>
      </div>
      <PasskeyTrouble result={result} retry={register} />
    </section>
  );
}

export function OfficerPage() {
  useTitle(pageWords.officerTitle);
  const { say } = useSpeech();
  const { session, failure, renew } = useSession();
  return (
    <>
      <PageHead title={say(pageWords.brand)}>
        <a className="button bare" href="/port">
          <Icon name="back" />
          {say(pageWords.toPort)}
        </a>
      </PageHead>
      <main id="main" className="officer-main">
        {!session && failure ? <FailureNote answer={failure} retry={renew} /> : null}
        {!session && !failure ? <Note icon="officer" title={say(pageWords.loading)} /> : null}
        {session && !session.officer ? <SignIn signedIn={renew} /> : null}
        {session?.officer ? (
          <>
            <Account officer={session.officer} renew={renew} />
            <Cases officer={session.officer.id} />
            <section className="referral-list">
              <h2>{say(officerWords.referrals)}</h2>
              <Referrals />
            </section>
          </>
        ) : null}
      </main>
    </>
  );
}
