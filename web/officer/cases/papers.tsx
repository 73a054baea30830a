/**
 * The papers of a case. A picture was written anew when it came in and is shown here; a PDF is as a stranger made it, so it
 * is handed over to be opened outside this page and its session.
 */
import type { DeskCaseView } from '../../../src/server/index.ts';
import { deskWords } from '../../shared/i18n/desk-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';

export function Papers({ view }: { readonly view: DeskCaseView }) {
  const { say } = useSpeech();
  return (
    <section>
      <h4>{say(deskWords.papers)}</h4>
      {view.files.length === 0 ? <p>{say(deskWords.noPapers)}</p> : null}
      <ul className="desk-papers">
        {view.files.map(({ id, name, media, pages }) => {
          const address = `/v1/desk/cases/${encodeURIComponent(view.id)}/files/${encodeURIComponent(id)}`;
          return (
            <li key={id}>
              <p>
                {name} <span className="numerals">{say(deskWords.pages, { n: pages })}</span>
              </p>
              {media === 'application/pdf' ? null : <img src={address} alt={name} loading="lazy" />}
              <a className="button" href={address} download={name}>
                {say(deskWords.openPaper)}
                <span className="unseen"> {name}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
