/** No silent time-out: warns, offers more time, then wipes screen and data. */
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { elapsedMs, useRepeated } from '../shared/api/ticks.ts';
import { kioskWords } from '../shared/i18n/kiosk-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';

const IDLE_MS = 75_000;
const WARNING_MS = 20_000;
const ACTIVITY = 'kouan-activity';
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', ACTIVITY] as const;

/** A face in the camera is a sign of life as good as a touch. */
export const noteActivity = (): void => void window.dispatchEvent(new Event(ACTIVITY));

export function IdleGuard({ wipe }: { readonly wipe: () => void }) {
  const { say } = useSpeech();
  const lastSign = useRef(elapsedMs());
  const [secondsLeft, setSecondsLeft] = useState<number>();
  useEffect(() => {
    const renew = () => {
      lastSign.current = elapsedMs();
      setSecondsLeft(undefined);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, renew);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, renew);
    };
  }, []);
  useRepeated(() => {
    const left = IDLE_MS + WARNING_MS - (elapsedMs() - lastSign.current);
    if (left <= 0) wipe();
    else setSecondsLeft(left <= WARNING_MS ? Math.ceil(left / 1000) : undefined);
  }, 500);
  if (secondsLeft === undefined) return null;
  return (
    <ModalOverlay className="veil" isOpen>
      <Modal>
        <Dialog className="warning" role="alertdialog">
          <Heading slot="title" className="verb">
            {say(kioskWords.stillThere)}
          </Heading>
          <p className="lead numerals">{say(kioskWords.stillThereHint, { n: secondsLeft })}</p>
          <Button autoFocus className="button go large" onPress={() => noteActivity()}>
            {say(kioskWords.moreTime)}
          </Button>
          <Button className="button large" onPress={wipe}>
            {say(kioskWords.wipeNow)}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
