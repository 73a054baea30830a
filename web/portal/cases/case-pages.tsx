/** A person's own requests: the list, one of them, its form. */
import type { CaseHead, CaseView } from '../../../src/server/index.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords, stateWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { FailureNote, Note } from '../../shared/ui/note.tsx';
import { CheckAnswersPage } from '../form/check-page.tsx';
import { EditPage } from '../form/edit-page.tsx';
import { Link, via } from '../router.tsx';
import { type Resource, useResource } from '../use-resource.ts';
import { CasePage } from './case-page.tsx';

export function CasePages({ path }: { readonly path: readonly string[] }) {
  const [id, page, step] = path;
  return id === undefined ? <CaseList /> : <OneCase id={id} page={page} step={step} />;
}

/** Somebody who is not signed in is asked to, and comes back here. */
function Unread({ resource }: { readonly resource: Pick<Resource<unknown>, 'failure' | 'renew'> }) {
  const { say } = useSpeech();
  const { failure, renew } = resource;
  if (failure?.outcome === 'failed' && failure.problem.code === 'NOT_SIGNED_IN') {
    return (
      <Note icon="key" title={say(portalWords.signInFirst)}>
        <Link to={via('/sign-in', location.pathname)} className="button go">
          {say(portalWords.signInFirst)}
        </Link>
      </Note>
    );
  }
  return failure ? (
    <FailureNote answer={failure} retry={renew} />
  ) : (
    <Note icon="globe" title={say(pageWords.loading)} />
  );
}

function OneCase({
  id,
  page,
  step,
}: {
  readonly id: string;
  readonly page: string | undefined;
  readonly step: string | undefined;
}) {
  const resource = useResource<CaseView>(`/v1/cases/${encodeURIComponent(id)}`);
  const { value: view, put } = resource;
  if (!view) return <Unread resource={resource} />;
  const isOpen = view.state === 'draft' || view.state === 'returned';
  if (isOpen && page === 'edit') return <EditPage view={view} put={put} stepId={step ?? ''} />;
  if (isOpen && page === 'check') return <CheckAnswersPage view={view} put={put} />;
  return <CasePage view={view} renew={resource.renew} put={put} />;
}

function CaseList() {
  const { say } = useSpeech();
  const resource = useResource<CaseHead[]>('/v1/cases');
  const { value: cases } = resource;
  if (!cases) return <Unread resource={resource} />;
  if (cases.length === 0) {
    return (
      <Note icon="walk" title={say(portalWords.noCases)}>
        <Link to="/" className="button go">
          {say(portalWords.allServices)}
        </Link>
      </Note>
    );
  }
  return (
    <section className="sheet">
      <h2>{say(portalWords.myCases)}</h2>
      <ul className="case-list">
        {cases.map((head) => (
          <li key={head.id}>
            <Link to={`/cases/${head.id}`} className="service-line">
              <span>
                <strong>{say(head.title)}</strong>
                <span className="quiet numerals">{say(portalWords.reference, { id: head.id })}</span>
              </span>
              <span className="state" data-state={head.state}>
                {say(stateWords[head.state])}
              </span>
              <Icon name="forward" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
