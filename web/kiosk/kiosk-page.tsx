/** Finds out which lane this is and whether the page is its camera or only its screen. */
import './kiosk.css';
import './enrol/enrol.css';
import '../shared/camera/camera.css';
import './lane/lane.css';
import './sizes.css';
import { kioskWords } from '../shared/i18n/kiosk-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { useKioskFeed } from './kiosk-feed.ts';
import { Mirror } from './mirror.tsx';
import { WalkThrough } from './walk-through.tsx';

/** `/kiosk/K1` and `/kiosk/K1/enrol`. */
function readAddress(path: string): { readonly lane: string; readonly enrol: boolean } {
  const [, , lane = '', rest] = path.split('/');
  return { lane: decodeURIComponent(lane), enrol: rest === 'enrol' };
}

export function KioskPage() {
  useTitle(pageWords.kioskTitle);
  const { say } = useSpeech();
  const address = readAddress(location.pathname);
  const feed = useKioskFeed(address.lane);
  const { kiosk, failure } = feed;
  if (!kiosk && failure?.outcome === 'failed' && failure.problem.status === 404) {
    return (
      <main>
        <h1 className="unseen">{say(pageWords.kioskTitle)}</h1>
        <Note icon="walk" title={say(kioskWords.noLane)} hint={say(kioskWords.noLaneHint)}>
          <a className="button go" href="/port">
            {say(pageWords.toPort)}
          </a>
        </Note>
      </main>
    );
  }
  if (!kiosk && failure) {
    return (
      <main>
        <h1 className="unseen">{say(pageWords.kioskTitle)}</h1>
        <FailureNote answer={failure} retry={feed.reload} />
      </main>
    );
  }
  if (!kiosk) {
    return (
      <main>
        <h1 className="unseen">{say(pageWords.kioskTitle)}</h1>
        <Note icon="walk" title={say(pageWords.loading)} />
      </main>
    );
  }
  if (kiosk.mode === 'mirror') return <Mirror kiosk={kiosk} feed={feed} />;
  return <WalkThrough kiosk={kiosk} feed={feed} enrol={address.enrol} />;
}
