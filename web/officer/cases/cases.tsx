/** Requests of services that wait for an officer: the queue, and the one that is open. */
import './cases.css';
import { useState } from 'react';
import type { DeskCaseHead } from '../../../src/server/index.ts';
import { useResource } from '../../portal/use-resource.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { OpenCase } from './open-case.tsx';
import { Queue } from './queue.tsx';

export function Cases({ officer }: { readonly officer: string }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState<string>();
  const { value, failure, renew } = useResource<readonly DeskCaseHead[]>('/v1/desk/cases');
  const close = () => {
    setOpen(undefined);
    renew();
  };
  return (
    <section className="desk" aria-labelledby="desk-title">
      <h2 id="desk-title">{say(deskWords.title)}</h2>
      {open === undefined ? null : <OpenCase id={open} officer={officer} close={close} />}
      {open === undefined && failure ? <FailureNote answer={failure} retry={renew} /> : null}
      {open === undefined && !value && !failure ? (
        <Note icon="officer" title={say(pageWords.loading)} />
      ) : null}
      {open === undefined && value ? <Queue cases={value} officer={officer} open={setOpen} /> : null}
    </section>
  );
}
