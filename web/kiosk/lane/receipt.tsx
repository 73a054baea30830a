/** The receipt of a crossing, offered and never forced: what, where, when, and a code to take along. */
import { Button } from 'react-aria-components';
import type { ReceiptView } from '../../../src/server/index.ts';
import { kioskWords } from '../../shared/i18n/kiosk-words.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { screenExtras } from '../../shared/i18n/screen-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { dateTime } from '../../shared/ui/format.ts';
import { Eyes, Hands } from '../kiosk-frame.tsx';

/** As a picture the code can run no script, whatever it holds. */
const asPicture = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function Receipt({ receipt, finish }: { readonly receipt: ReceiptView; readonly finish: () => void }) {
  const { say, language } = useSpeech();
  return (
    <>
      <Eyes>
        <article className="receipt">
          <h1>{say(kioskWords.receiptTitle)}</h1>
          <img src={asPicture(receipt.qr)} alt={say(kioskWords.receiptQr)} width={320} height={320} />
          <dl>
            <dt>{say(kioskWords.where)}</dt>
            <dd>
              {say(receipt.port)} {say(receipt.direction === 'exit' ? portWords.exit : portWords.entry)}
            </dd>
            <dt>{say(kioskWords.when)}</dt>
            <dd className="numerals">{dateTime(Date.parse(receipt.at), language)}</dd>
            <dt>{say(kioskWords.reference)}</dt>
            <dd className="numerals">{receipt.reference}</dd>
          </dl>
          <p className="quiet numerals">{say(screenExtras.documentTail, { tail: receipt.documentTail })}</p>
        </article>
      </Eyes>
      <Hands>
        <Button className="button go large" onPress={finish}>
          {say(kioskWords.finish)}
        </Button>
      </Hands>
    </>
  );
}
