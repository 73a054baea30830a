/** Devices that sign in to the account, and how another comes to it. */
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountAnswer, DeviceView, OneTimeCode } from '../../../src/server/index.ts';
import type { PasskeyOutcome } from '../../shared/api/passkey.ts';
import { type Answer, getJson, sendJson } from '../../shared/api/request.ts';
import { accountWords } from '../../shared/i18n/account-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime, longDay } from '../../shared/ui/format.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { PasskeyTrouble } from './passkey-trouble.tsx';
import { addPasskey } from './passkeys.ts';

type Account = NonNullable<AccountAnswer['account']>;

export function Devices({
  account,
  renew,
}: {
  readonly account: Account;
  readonly renew: () => Promise<void>;
}) {
  const { say } = useSpeech();
  const [devices, setDevices] = useState<readonly DeviceView[]>([]);
  const [made, setMade] = useState<PasskeyOutcome>();
  const [failure, setFailure] = useState<Answer<unknown>>();
  const load = useCallback(async () => {
    const found = await getJson<readonly DeviceView[]>('/v1/account/passkeys');
    if (found.outcome === 'ok') setDevices(found.value);
    else setFailure(found);
  }, []);
  useEffect(() => {
    load().catch(() => undefined);
  }, [load]);
  const settle = async () => {
    setFailure(undefined);
    await Promise.all([load(), renew()]);
  };
  const make = async () => {
    const outcome = await addPasskey();
    setMade(outcome);
    if (outcome.outcome === 'ok') await settle();
  };
  const remove = async (id: string) => {
    const sent = await sendJson('DELETE', `/v1/account/passkeys/${encodeURIComponent(id)}`);
    if (sent.outcome === 'ok') await settle();
    else setFailure(sent);
  };
  const mayRemove = account.kind === 'oidc' || devices.length > 1;
  return (
    <div className="acct-part">
      <h2>{say(accountWords.devices)}</h2>
      <p className="quiet">{say(accountWords.devicesHint)}</p>
      <ul className="acct-devices">
        {devices.map((device) => (
          <DeviceLine
            key={device.id}
            device={device}
            remove={mayRemove ? () => remove(device.id) : undefined}
          />
        ))}
      </ul>
      {failure ? <FailureNote answer={failure} retry={settle} /> : null}
      {devices.length === 0 ? (
        <Button className="button go" onPress={make}>
          <Icon name="key" />
          {say(accountWords.makePasskey)}
        </Button>
      ) : (
        <AddDevice />
      )}
      <PasskeyTrouble result={made} retry={make} />
    </div>
  );
}

function DeviceLine(props: { readonly device: DeviceView; readonly remove: (() => void) | undefined }) {
  const { say, language } = useSpeech();
  const { label, addedAt } = props.device;
  return (
    <li className="acct-known">
      <p>
        <Icon name="key" /> {label}{' '}
        <span className="quiet">
          {say(accountWords.added, { day: longDay(addedAt.slice(0, 10), language) })}
        </span>
      </p>
      {props.remove ? (
        <Button
          className="button"
          aria-label={say(accountWords.removeNamed, { name: label })}
          onPress={props.remove}
        >
          {say(accountWords.remove)}
        </Button>
      ) : null}
    </li>
  );
}

function AddDevice() {
  const { say, language } = useSpeech();
  const [answer, setAnswer] = useState<Answer<OneTimeCode>>();
  const ask = async () => setAnswer(await sendJson<OneTimeCode>('POST', '/v1/account/devices/code', {}));
  if (answer?.outcome === 'ok') {
    const time = dateTime(Date.parse(answer.value.expiresAt), language);
    return (
      <div className="acct-code" role="status">
        <output className="numerals">{answer.value.code}</output>
        <p>{say(accountWords.addDeviceHint, { time })}</p>
      </div>
    );
  }
  return (
    <>
      <Button className="button" onPress={ask}>
        {say(accountWords.addDevice)}
      </Button>
      {answer ? <FailureNote answer={answer} retry={ask} /> : null}
    </>
  );
}
