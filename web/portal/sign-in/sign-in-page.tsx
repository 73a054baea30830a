/** The way in: a passkey first; then opening an account, an authority's sign-in, going on as a guest, and the ways back. */
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useAccount } from '../../shared/api/account.ts';
import type { PasskeyOutcome } from '../../shared/api/passkey.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { signInWords } from '../../shared/i18n/account-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import '../identity/account.css';
import { TextField } from '../identity/field.tsx';
import { PasskeyTrouble } from './passkey-trouble.tsx';
import { beGuest, comeIn, openAccount, signIn } from './passkeys.ts';
import { useRecoveryToken } from './recovery-token.ts';

type Act = () => Promise<PasskeyOutcome>;

export function SignInPage({ onDone }: { readonly onDone: () => void }) {
  useTitle(signInWords.title);
  const { say, language } = useSpeech();
  const recovery = useRecoveryToken();
  const [result, setResult] = useState<PasskeyOutcome>();
  const [latest, setLatest] = useState<Act>();
  const run = async (act: Act) => {
    setLatest(() => act);
    const outcome = await act();
    setResult(outcome);
    if (outcome.outcome === 'ok') onDone();
  };
  const trouble = <PasskeyTrouble result={result} retry={() => latest && run(latest)} />;
  if (recovery) {
    return (
      <section className="acct">
        <h1>{say(signInWords.recovering)}</h1>
        <p className="lead">{say(signInWords.recoveringHint)}</p>
        <Button className="button go" onPress={() => run(() => comeIn('recovery', recovery))}>
          <Icon name="key" />
          {say(signInWords.recovering)}
        </Button>
        {trouble}
      </section>
    );
  }
  return (
    <section className="acct">
      <h1>{say(signInWords.title)}</h1>
      <p className="lead">{say(signInWords.intro)}</p>
      <ProviderFailed />
      <Button className="button go" onPress={() => run(signIn)}>
        <Icon name="key" />
        {say(signInWords.passkey)}
      </Button>
      {trouble}
      <div className="acct-choice">
        <h2>{say(signInWords.firstTime)}</h2>
        <Button className="button" onPress={() => run(() => openAccount(language))}>
          {say(signInWords.open)}
        </Button>
        <p className="quiet">{say(signInWords.openHint)}</p>
        <Button className="button" onPress={() => run(() => beGuest(language))}>
          {say(signInWords.guest)}
        </Button>
        <p className="quiet">{say(signInWords.guestHint)}</p>
      </div>
      <Providers />
      <details>
        <summary>{say(signInWords.secondDevice)}</summary>
        <DeviceCode enter={(code) => run(() => comeIn('device', code))} />
      </details>
      <details>
        <summary>{say(signInWords.lost)}</summary>
        <p>{say(signInWords.lostHint)}</p>
      </details>
    </section>
  );
}

function ProviderFailed() {
  const { say } = useSpeech();
  if (new URLSearchParams(location.search).get('provider') !== 'failed') return null;
  return (
    <p className="acct-warning" role="alert">
      {say(signInWords.providerFailed)}
    </p>
  );
}

/** Signing in at an authority leaves this page and comes back to where one was going. */
function Providers() {
  const { say, language } = useSpeech();
  const { answer } = useAccount();
  const [failure, setFailure] = useState<Answer<{ url: string }>>();
  const providers = answer?.providers ?? [];
  if (providers.length === 0) return null;
  const leave = async (id: string) => {
    const afterwards = new URLSearchParams(location.search).get('then');
    const sent = await sendJson<{ url: string }>('POST', `/v1/account/oidc/${encodeURIComponent(id)}`, {
      language,
      ...(afterwards ? { afterwards } : {}),
    });
    if (sent.outcome === 'ok') location.assign(sent.value.url);
    else setFailure(sent);
  };
  return (
    <div className="acct-choice">
      <h2>{say(signInWords.providers)}</h2>
      {providers.map(({ id, name }) => (
        <Button key={id} className="button" onPress={() => leave(id)}>
          <Icon name="officer" />
          {say(name)}
        </Button>
      ))}
      {failure ? <FailureNote answer={failure} retry={() => setFailure(undefined)} /> : null}
    </div>
  );
}

function DeviceCode({ enter }: { readonly enter: (code: string) => void }) {
  const { say } = useSpeech();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() !== '') enter(code);
  };
  return (
    <form className="acct-form" noValidate onSubmit={submit}>
      <TextField
        id="device-code"
        label={say(signInWords.codeLabel)}
        hint={say(signInWords.codeHint)}
        fault={missing ? say(signInWords.required) : undefined}
        value={code}
        change={setCode}
      />
      <Button type="submit" className="button">
        {say(signInWords.addThis)}
      </Button>
    </form>
  );
}
