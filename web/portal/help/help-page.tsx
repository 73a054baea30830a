/** Help: one box that searches services and rules in every script, and the desk for what it does not find. */
import './help.css';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HelpFound } from '../../../src/server/index.ts';
import { type Answer, getJson } from '../../shared/api/request.ts';
import { helpWords } from '../../shared/i18n/help-words.ts';
import { useSpeech, useTitle } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { Link } from '../router.tsx';

export function HelpPage() {
  useTitle(helpWords.title);
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer<HelpFound>>();
  const find = async (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== '')
      setAnswer(await getJson(`/v1/help?${new URLSearchParams({ q: typed.slice(0, 200) })}`));
  };
  return (
    <article className="help">
      <h2>{say(helpWords.title)}</h2>
      <search>
        <form className="help-form" noValidate onSubmit={(event) => void find(event)}>
          <div className="field">
            <label htmlFor="help-query">{say(helpWords.label)}</label>
            <span className="hint" id="help-hint">
              {say(helpWords.hint)}
            </span>
            <input
              id="help-query"
              inputMode="search"
              enterKeyHint="search"
              autoComplete="off"
              aria-describedby="help-hint"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Button type="submit" className="button go">
            {say(helpWords.find)}
          </Button>
        </form>
      </search>
      <div aria-live="polite">
        {answer?.outcome === 'ok' ? <Found found={answer.value} /> : null}
        {answer && answer.outcome !== 'ok' ? <FailureNote answer={answer} retry={() => void find()} /> : null}
      </div>
      <ul>
        <li>
          <Link to="/services/help-desk" className="service-line">
            <span>
              <strong>{say(helpWords.ask)}</strong>
              <span className="quiet">{say(helpWords.askHint)}</span>
            </span>
            <Icon name="forward" />
          </Link>
        </li>
        <li>
          <a href="tel:12367" className="service-line">
            <strong>{say(helpWords.call)}</strong>
            <Icon name="forward" />
          </a>
        </li>
      </ul>
    </article>
  );
}

function Found({ found }: { readonly found: HelpFound }) {
  const { say } = useSpeech();
  if (found.length === 0) return <p>{say(helpWords.nothing)}</p>;
  return (
    <>
      <p className="quiet">{say(helpWords.found, { n: found.length })}</p>
      <ol>
        {found.map((one) => (
          <li key={one.to}>
            <Entry found={one} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The rules are another document, so their link is a plain one. */
function Entry({ found: { kind, title, summary, to } }: { readonly found: HelpFound[number] }) {
  const { say } = useSpeech();
  const text = (
    <>
      <span>
        <strong>{say(title)}</strong>
        <span className="quiet">{say(summary)}</span>
      </span>
      <span className="quiet">{say(helpWords[kind])}</span>
      <Icon name="forward" />
    </>
  );
  return kind === 'service' ? (
    <Link to={to} className="service-line">
      {text}
    </Link>
  ) : (
    <a href={to} className="service-line">
      {text}
    </a>
  );
}
