/** Crossing records: chosen by span and port, and as a signed certificate that says no more than its receiver needs (E-03). */
import { useId, useState } from 'react';
import type { CrossingsView } from '../../../src/server/index.ts';
import { meWords } from '../../shared/i18n/me-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { LawAnswer } from '../cases/law-answer.tsx';
import { useResource } from '../use-resource.ts';
import { Unread } from './unread.tsx';

interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly port: string;
}

const queryOf = (wanted: Wanted): URLSearchParams =>
  new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));

export function CrossingsPart() {
  const { say } = useSpeech();
  const [wanted, setWanted] = useState<Wanted>({ from: '', to: '', port: '' });
  const found = useResource<CrossingsView>(`/v1/me/crossings?${queryOf(wanted)}`);
  return (
    <>
      <Search wanted={wanted} ports={found.value?.ports ?? []} change={setWanted} />
      {found.value ? <Found found={found.value} wanted={wanted} /> : <Unread resource={found} />}
      <h3>{say(meWords.waysTitle)}</h3>
      <ul className="dots">
        <li>{say(meWords.wayOnline)}</li>
        <li>{say(meWords.wayKiosk)}</li>
        <li>{say(meWords.wayOffice)}</li>
      </ul>
    </>
  );
}

function Search(props: {
  readonly wanted: Wanted;
  readonly ports: CrossingsView['ports'];
  readonly change: (wanted: Wanted) => void;
}) {
  const { say } = useSpeech();
  const { wanted, ports, change } = props;
  const id = useId();
  const day = (part: 'from' | 'to') => (
    <div className="field">
      <label htmlFor={`${id}-${part}`}>{say(meWords[part])}</label>
      <input
        id={`${id}-${part}`}
        type="date"
        value={wanted[part]}
        onChange={(event) => change({ ...wanted, [part]: event.target.value })}
      />
    </div>
  );
  return (
    <search className="me-search">
      {day('from')}
      {day('to')}
      <div className="field">
        <label htmlFor={`${id}-port`}>{say(meWords.port)}</label>
        <select
          id={`${id}-port`}
          value={wanted.port}
          onChange={(event) => change({ ...wanted, port: event.target.value })}
        >
          <option value="">{say(meWords.allPorts)}</option>
          {ports.map((port) => (
            <option key={port.id} value={port.id}>
              {say(port.name)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}

function Found({ found, wanted }: { readonly found: CrossingsView; readonly wanted: Wanted }) {
  const { say, language } = useSpeech();
  if (found.outcome === 'refused') return <LawAnswer answer={found.answer} />;
  return (
    <>
      {found.crossings.length === 0 ? <p>{say(meWords.noCrossings)}</p> : null}
      {found.more ? <p>{say(meWords.more)}</p> : null}
      <ol className="me-list">
        {found.crossings.map(({ id, at, direction, port, document, documentLast4 }) => (
          <li key={id}>
            <strong>
              {say(meWords[direction])} · {say(port)}
            </strong>
            <time className="numerals" dateTime={at}>
              {dateTime(Date.parse(at), language)}
            </time>
            {document ? (
              <span className="quiet">
                {say(document)} {documentLast4 ? say(meWords.endsIn, { tail: documentLast4 }) : ''}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <Certificate wanted={wanted} />
    </>
  );
}

const HIDES = ['hideTime', 'hidePort', 'hideDocument', 'maskNumbers'] as const;

function Certificate({ wanted }: { readonly wanted: Wanted }) {
  const { say, language } = useSpeech();
  const [hidden, setHidden] = useState<readonly string[]>(['maskNumbers']);
  const query = queryOf(wanted);
  query.set('language', language);
  for (const hide of hidden) query.set(hide, 'true');
  const flip = (hide: string) =>
    setHidden((now) => (now.includes(hide) ? now.filter((one) => one !== hide) : [...now, hide]));
  return (
    <fieldset className="field">
      <legend>{say(meWords.certificate)}</legend>
      <span className="hint">{say(meWords.certificateHint)}</span>
      <div className="rows">
        {HIDES.map((hide) => (
          <label key={hide} className="row-choice">
            <input type="checkbox" checked={hidden.includes(hide)} onChange={() => flip(hide)} />
            <span>{say(meWords[hide])}</span>
          </label>
        ))}
      </div>
      <a className="button go me-download" href={`/v1/me/crossings.pdf?${query}`} download>
        {say(meWords.download)}
      </a>
    </fieldset>
  );
}
