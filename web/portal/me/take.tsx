/** Everything to take along, and the way to have it put right. */
import type { OverviewView } from '../../../src/server/index.ts';
import { meWords } from '../../shared/i18n/me-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Link } from '../router.tsx';
import { useResource } from '../use-resource.ts';
import { Unread } from './unread.tsx';

export function TakePart() {
  const { say, language } = useSpeech();
  // A download that fails shows nothing in a browser, so the way there is asked first.
  const mine = useResource<OverviewView>('/v1/me');
  if (!mine.value) return <Unread resource={mine} />;
  return (
    <>
      <p>{say(meWords.takeHint)}</p>
      <div className="step-ways">
        <a className="button go" href={`/v1/me/export.pdf?language=${language}`} download>
          {say(meWords.exportPdf)}
        </a>
        <a className="button" href="/v1/me/export.json" download>
          {say(meWords.exportJson)}
        </a>
      </div>
      <Link to="/services/correction" className="service-line">
        <strong>{say(meWords.correct)}</strong>
        <Icon name="forward" />
      </Link>
    </>
  );
}
