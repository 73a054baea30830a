/** Contacts, each confirmed by a code that was sent there. */
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountAnswer, CodeAnswer, CodeSentAnswer } from '../../../src/server/index.ts';
import { type Answer, sendJson } from '../../shared/api/request.ts';
import { accountWords } from '../../shared/i18n/account-words.ts';
import { realNameWords } from '../../shared/i18n/identity-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { FailureNote } from '../../shared/ui/note.tsx';
import { TextField } from '../identity/field.tsx';

type Account = NonNullable<AccountAnswer['account']>;
type Channel = 'sms' | 'email';

export function Contacts(props: { readonly account: Account; readonly renew: () => Promise<void> }) {
  const { say } = useSpeech();
  const { mobile, email } = props.account.contacts;
  return (
    <div className="acct-part">
      <h2>{say(accountWords.contacts)}</h2>
      <p className="quiet">{say(accountWords.contactsHint)}</p>
      <Contact channel="sms" known={mobile} renew={props.renew} />
      <Contact channel="email" known={email} renew={props.renew} />
    </div>
  );
}

const WORDS = {
  sms: { label: accountWords.mobile, hint: accountWords.mobileHint, inputMode: 'tel', autoComplete: 'tel' },
  email: {
    label: accountWords.email,
    hint: accountWords.emailHint,
    inputMode: 'email',
    autoComplete: 'email',
  },
} as const;

interface ContactProps {
  readonly channel: Channel;
  /** Masked. */
  readonly known: string | undefined;
  readonly renew: () => Promise<void>;
}

function Contact(props: ContactProps) {
  const { say } = useSpeech();
  const { channel, known, renew } = props;
  const label = say(WORDS[channel].label);
  const [failure, setFailure] = useState<Answer<unknown>>();
  if (known === undefined) return <NewContact channel={channel} renew={renew} />;
  const forget = async () => {
    const sent = await sendJson('DELETE', `/v1/account/contacts/${channel}`);
    if (sent.outcome === 'ok') await renew();
    else setFailure(sent);
  };
  return (
    <div className="acct-known">
      <p>
        <span className="quiet">{label}</span> <span className="numerals">{known}</span>
      </p>
      <Button className="button" aria-label={say(accountWords.removeNamed, { name: label })} onPress={forget}>
        {say(accountWords.remove)}
      </Button>
      {failure ? <FailureNote answer={failure} retry={forget} /> : null}
    </div>
  );
}

export function NewContact({ channel, renew }: Omit<ContactProps, 'known'>) {
  const { say, language } = useSpeech();
  const { label, hint, inputMode, autoComplete } = WORDS[channel];
  const [to, setTo] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    setFault(undefined);
    setFailure(undefined);
    if (to.trim() === '') return setFault(say(realNameWords.required, { field: say(label) }));
    const sent = await sendJson<CodeSentAnswer>('POST', '/v1/account/contacts/code', { channel, to });
    if (sent.outcome === 'failed' && sent.problem.field === 'to') return setFault(say(hint));
    if (sent.outcome !== 'ok') return setFailure(sent);
    const { outcome, until } = sent.value;
    if (outcome === 'sent') return setSentTo(to);
    const time = until ? dateTime(Date.parse(until), language) : '';
    setFault(outcome === 'locked' ? say(accountWords.lockedUntil, { time }) : say(accountWords.notSent));
  };
  return (
    <>
      <form className="acct-form" noValidate onSubmit={send}>
        <TextField
          id={`contact-${channel}`}
          label={say(label)}
          hint={say(hint)}
          fault={fault}
          value={to}
          inputMode={inputMode}
          autoComplete={autoComplete}
          change={setTo}
        />
        <Button type="submit" className={sentTo === undefined ? 'button go' : 'button'}>
          {say(accountWords.sendCode)}
        </Button>
        {failure ? <FailureNote answer={failure} retry={send} /> : null}
      </form>
      {sentTo === undefined ? null : <CodeForm channel={channel} to={sentTo} renew={renew} />}
    </>
  );
}

function CodeForm(props: {
  readonly channel: Channel;
  readonly to: string;
  readonly renew: () => Promise<void>;
}) {
  const { say } = useSpeech();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const confirm = async (event?: FormEvent) => {
    event?.preventDefault();
    setFailure(undefined);
    const sent = await sendJson<CodeAnswer>('POST', '/v1/account/contacts', { code });
    if (sent.outcome === 'failed' && sent.problem.field === 'code') return setFault(say(accountWords.code));
    if (sent.outcome !== 'ok') return setFailure(sent);
    const { outcome, triesLeft = 0 } = sent.value;
    if (outcome === 'confirmed') return props.renew();
    setFault(say(outcome === 'wrong-code' ? accountWords.wrongCode : accountWords.noCode, { n: triesLeft }));
  };
  return (
    <form className="acct-form" noValidate onSubmit={confirm}>
      <TextField
        id={`code-${props.channel}`}
        label={say(accountWords.code)}
        hint={say(accountWords.codeHint, { to: props.to })}
        fault={fault}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        change={setCode}
      />
      <Button type="submit" className="button go">
        {say(accountWords.confirm)}
      </Button>
      {failure ? <FailureNote answer={failure} retry={confirm} /> : null}
    </form>
  );
}
