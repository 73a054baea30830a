/** A lane with its own devices: the page shows the lane's screen, large, and nothing to press but help. */
import type { KioskView } from '../../src/server/index.ts';
import { kioskWords } from '../shared/i18n/kiosk-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { LaneScreen } from '../shared/ui/lane-screen.tsx';
import type { KioskFeed } from './kiosk-feed.ts';
import { Eyes, Hands, KioskFrame } from './kiosk-frame.tsx';

export function Mirror({ kiosk, feed }: { readonly kiosk: KioskView; readonly feed: KioskFeed }) {
  const { say } = useSpeech();
  return (
    <KioskFrame kiosk={kiosk} connection={feed.connection}>
      <Eyes>
        <h1 className="unseen">{say(pageWords.kioskTitle)}</h1>
        <LaneScreen screen={kiosk.screen} light={feed.lane?.light ?? 'off'} live />
      </Eyes>
      <Hands>
        <p className="quiet">{say(kioskWords.mirror, { n: kiosk.lane })}</p>
        <a className="button" href="/port">
          {say(pageWords.toPort)}
        </a>
      </Hands>
    </KioskFrame>
  );
}
