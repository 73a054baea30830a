/** The kiosk's fixed places: languages and help always in the same corners, eyes above, hands below. */
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { KioskView } from '../../src/server/index.ts';
import type { Connection } from '../shared/api/events.ts';
import { kioskWords } from '../shared/i18n/kiosk-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { portWords } from '../shared/i18n/port-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { LanguageSwitch } from '../shared/ui/language-switch.tsx';
import { tellLane } from './kiosk-feed.ts';
import type { Progress } from './stage.ts';

function Help({ lane }: { readonly lane: string }) {
  const { say } = useSpeech();
  const [called, setCalled] = useState(false);
  const call = async () => {
    const answer = await tellLane(lane, 'help');
    setCalled(answer.outcome === 'ok');
  };
  return (
    <div className="help">
      <Button className="button" onPress={() => call()}>
        <Icon name="help" />
        {say(kioskWords.help)}
      </Button>
      <p role="status">{called ? say(kioskWords.helpCalled) : ''}</p>
    </div>
  );
}

/** What must be known before looking into a camera. */
function SmallPrint({ kiosk }: { readonly kiosk: KioskView }) {
  const { say } = useSpeech();
  return (
    <footer className="kiosk-small">
      <p>{say(kioskWords.pictures)}</p>
      {kiosk.pad === 'advisory' ? <p>{say(kioskWords.padAdvisory)}</p> : null}
      {kiosk.pad === 'none' ? <p>{say(kioskWords.padNone)}</p> : null}
    </footer>
  );
}

export function KioskFrame(props: {
  readonly kiosk: KioskView;
  readonly connection: Connection;
  readonly progress?: Progress | undefined;
  readonly children: ReactNode;
}) {
  const { say } = useSpeech();
  const { kiosk, progress } = props;
  return (
    <div className="kiosk">
      <header className="kiosk-head">
        <LanguageSwitch />
        <Help lane={kiosk.lane} />
        <p className="kiosk-place">
          {progress
            ? say(kioskWords.stepOf, { n: progress.step, of: progress.of })
            : `${say(kiosk.port.name)} ${say(kiosk.direction === 'exit' ? portWords.exit : portWords.entry)} ${kiosk.lane}`}
        </p>
      </header>
      {props.connection === 'lost' ? (
        <p className="ribbon" role="status">
          <Icon name="unplugged" />
          {say(pageWords.lost)}
        </p>
      ) : null}
      <main id="main" className="kiosk-stage">
        {props.children}
      </main>
      <SmallPrint kiosk={kiosk} />
    </div>
  );
}

/** Upper two thirds: what to look at. */
export function Eyes({ children }: { readonly children: ReactNode }) {
  return <section className="eyes">{children}</section>;
}

/** Lower third: what to touch. */
export function Hands({ children }: { readonly children: ReactNode }) {
  return <section className="hands">{children}</section>;
}
