/** One question, one code, one answer. */
import './verify.css';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { type CredentialCheck, checkCredential, type KeyList } from '../../src/credentials/index.ts';
import { systemClock } from '../../src/kernel/index.ts';
import { keepPage } from '../shared/api/keep-page.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech, useTitle } from '../shared/i18n/speech.tsx';
import { verifyWords } from '../shared/i18n/verify-words.ts';
import { FailureNote, Note } from '../shared/ui/note.tsx';
import { PageHead } from '../shared/ui/page-head.tsx';
import { type KeysAtHand, useKeys } from './key-list-copy.ts';
import { ListLine, ListRibbon } from './list-line.tsx';
import { PurposeChoice, type ShownFor } from './purpose-choice.tsx';
import { prepareReader } from './read-code.ts';
import { Scanner } from './scanner.tsx';
import { VerdictCard } from './verdict-card.tsx';

/** The check of a text for a purpose, anew whenever one of them or the list changes. */
function useCheck(text: string | undefined, shownFor: ShownFor, keys: KeyList): CredentialCheck | undefined {
  const [done, setDone] = useState<{ readonly text: string; readonly check: CredentialCheck }>();
  useEffect(() => {
    if (text === undefined) return setDone(undefined);
    let wanted = true;
    const purpose = shownFor === 'any' ? {} : { purpose: shownFor };
    void checkCredential(text, { at: systemClock.now(), keys, ...purpose }).then((check) => {
      if (wanted) setDone({ text, check });
    });
    return () => {
      wanted = false;
    };
  }, [text, shownFor, keys]);
  return done && done.text === text ? done.check : undefined;
}

function Desk({
  list,
  offline,
  update,
}: {
  readonly list: KeyList;
  readonly offline: boolean;
  readonly update: () => void;
}) {
  const [shownFor, setShownFor] = useState<ShownFor>('train');
  const [text, setText] = useState<string>();
  const [camera, setCamera] = useState(false);
  const check = useCheck(text, shownFor, list);
  return (
    <>
      <ListRibbon list={list} offline={offline} />
      <div className="verify">
        <PurposeChoice chosen={shownFor} choose={setShownFor} />
        {text === undefined ? <Scanner onCode={setText} camera={camera} setCamera={setCamera} /> : null}
        {check ? <VerdictCard key={text} check={check} keys={list} next={() => setText(undefined)} /> : null}
        <ListLine list={list} offline={offline} update={update} />
      </div>
    </>
  );
}

function Content({ keys, update }: { readonly keys: KeysAtHand; readonly update: () => void }) {
  const { say } = useSpeech();
  switch (keys.state) {
    case 'loading':
      return <Note icon="globe" title={say(pageWords.loading)} />;
    case 'insecure':
      return <Note icon="warn" title={say(verifyWords.insecure)} hint={say(verifyWords.insecureHint)} />;
    case 'failed':
      return keys.answer.outcome === 'unreachable' ? (
        <Note icon="unplugged" title={say(verifyWords.noList)} hint={say(verifyWords.noListHint)}>
          <Button className="button go" onPress={update}>
            {say(pageWords.retry)}
          </Button>
        </Note>
      ) : (
        <FailureNote answer={keys.answer} retry={update} />
      );
    case 'strange': {
      const hint = say(verifyWords.strangeListHint, { print: keys.fingerprint });
      return (
        <Note icon="warn" title={say(verifyWords.strangeList)} hint={hint}>
          <Button className="button" onPress={keys.trust}>
            {say(verifyWords.trustList)}
          </Button>
        </Note>
      );
    }
    case 'ready':
      return <Desk list={keys.list} offline={keys.offline} update={update} />;
  }
}

export function VerifyPage() {
  useTitle(verifyWords.pageTitle);
  const { say } = useSpeech();
  const { keys, update } = useKeys();
  useEffect(() => {
    // The reader comes first, so that it is among what is kept.
    void prepareReader()
      .finally(() => keepPage('/verify'))
      .catch(() => undefined);
  }, []);
  return (
    <>
      <PageHead title={say(verifyWords.title)} tagline={say(verifyWords.tagline)} />
      <main id="main" className="verify-main">
        <Content keys={keys} update={update} />
      </main>
    </>
  );
}
