/** Three ways to bring a code in: the camera, a picture, its text. */
import { useId, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { verifyWords } from '../shared/i18n/verify-words.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { Camera } from './camera.tsx';
import { readPicture } from './read-code.ts';

interface Way {
  readonly onCode: (text: string) => void;
}

function PictureWay({ onCode }: Way) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<'no-code' | 'no-picture'>();
  const read = async (file: File | undefined) => {
    if (!file) return;
    setFailure(undefined);
    const reading = await readPicture(file);
    if (reading.outcome === 'read') onCode(reading.text);
    else setFailure(reading.outcome);
  };
  const text = failure === 'no-code' ? verifyWords.noCodeInPicture : verifyWords.notAPicture;
  return (
    <>
      <FileTrigger acceptedFileTypes={['image/*']} onSelect={(files) => void read(files?.[0])}>
        <Button className="button">{say(verifyWords.usePicture)}</Button>
      </FileTrigger>
      <p className="fault" role="alert">
        {failure ? say(text) : ''}
      </p>
    </>
  );
}

function TextWay({ onCode }: Way) {
  const { say } = useSpeech();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onCode(text);
      }}
    >
      <label htmlFor={id}>{say(verifyWords.orPaste)}</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        autoCapitalize="characters"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button className="button" type="submit" isDisabled={!text.trim()}>
        {say(verifyWords.check)}
      </Button>
    </form>
  );
}

/** The camera waits to be asked for: a page that opens it unasked is one that people refuse. */
export function Scanner({
  onCode,
  camera,
  setCamera,
}: Way & { readonly camera: boolean; readonly setCamera: (on: boolean) => void }) {
  const { say } = useSpeech();
  return (
    <section className="card scanner" aria-label={say(verifyWords.scanTitle)}>
      {camera ? <Camera onCode={onCode} /> : null}
      <div className="ways">
        <Button className={camera ? 'button' : 'button go large'} onPress={() => setCamera(!camera)}>
          <Icon name="camera" />
          {say(camera ? verifyWords.stopCamera : verifyWords.useCamera)}
        </Button>
        <PictureWay onCode={onCode} />
      </div>
      <TextWay onCode={onCode} />
    </section>
  );
}
