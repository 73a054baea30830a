/** The portal's frame: head, the page of this address, foot. What a first visit does not need comes when it is asked for. */
import './portal.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { pageWords } from '../shared/i18n/page-words.ts';
import { portalWords } from '../shared/i18n/portal-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';
import { HomePage } from './home.tsx';
import { afterwards, go, Link, usePath } from './router.tsx';

const CasePages = lazy(async () => ({ default: (await import('./cases/case-pages.tsx')).CasePages }));
const ServicePage = lazy(async () => ({
  default: (await import('./services/service-page.tsx')).ServicePage,
}));
const SignInPage = lazy(async () => ({ default: (await import('./sign-in/pages.tsx')).SignInPage }));
const AccountPage = lazy(async () => ({ default: (await import('./sign-in/pages.tsx')).AccountPage }));
const MePages = lazy(async () => ({ default: (await import('./me/me-pages.tsx')).MePages }));
const HelpPage = lazy(async () => ({ default: (await import('./help/help-page.tsx')).HelpPage }));
const RealNamePage = lazy(async () => ({ default: (await import('./identity/pages.tsx')).RealNamePage }));
const MobilePage = lazy(async () => ({ default: (await import('./identity/pages.tsx')).MobilePage }));
const RealPersonPage = lazy(async () => ({ default: (await import('./identity/pages.tsx')).RealPersonPage }));

const done = () => go(afterwards());

function pageOf([page, id, ...rest]: readonly string[]): ReactNode {
  if (page === undefined) return <HomePage />;
  if (page === 'services' && id) return <ServicePage id={id} />;
  if (page === 'cases') return <CasePages path={id === undefined ? [] : [id, ...rest]} />;
  if (page === 'sign-in') return <SignInPage onDone={done} />;
  if (page === 'account' && id === 'name') return <RealNamePage onDone={done} />;
  if (page === 'account' && id === 'mobile') return <MobilePage onDone={done} />;
  if (page === 'account' && id === 'person') return <RealPersonPage onDone={done} />;
  if (page === 'me') return <MePages part={id} />;
  if (page === 'help') return <HelpPage />;
  if (page === 'account') return <AccountPage onDone={done} />;
  return <NothingHere />;
}

function NothingHere() {
  const { say } = useSpeech();
  return (
    <Note icon="help" title={say(portalWords.nothingHere)}>
      <Link to="/" className="button go">
        {say(portalWords.home)}
      </Link>
    </Note>
  );
}

function Waiting() {
  const { say } = useSpeech();
  return <Note icon="globe" title={say(pageWords.loading)} />;
}

function Foot() {
  const { say } = useSpeech();
  return (
    <footer className="foot">
      <p>{say(portalWords.free)}</p>
      <nav aria-label={say(portalWords.more)}>
        <a href="/check">{say(portalWords.check)}</a>
        <a href="/verify">{say(portalWords.verify)}</a>
        <a href="/rules">{say(portalWords.rules)}</a>
        <a href="/port">{say(portalWords.port)}</a>
        <a href="tel:12367">12367</a>
      </nav>
    </footer>
  );
}

export function PortalPage() {
  useTitle(portalWords.pageTitle);
  const { say } = useSpeech();
  const path = usePath();
  return (
    <div className="portal">
      <PageHead title={say(portalWords.brand)} tagline={say(portalWords.tagline)}>
        <nav className="portal-nav" aria-label={say(portalWords.navigation)}>
          <Link to="/" className="button bare">
            {say(portalWords.home)}
          </Link>
          <Link to="/cases" className="button bare">
            {say(portalWords.myCases)}
          </Link>
          <Link to="/account" className="button bare">
            <Icon name="person" />
            {say(portalWords.account)}
          </Link>
        </nav>
      </PageHead>
      <main id="main" className="portal-main">
        <Suspense fallback={<Waiting />}>{pageOf(path)}</Suspense>
      </main>
      <Foot />
    </div>
  );
}
