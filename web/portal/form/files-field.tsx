/** Papers: taken with the camera or chosen; each is looked at by the server at once, and what is wrong is said beside it. */
import { type ChangeEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CaseView } from '../../../src/server/index.ts';
import type { Field } from '../../../src/services/index.ts';
import { sendFile, sendJson } from '../../shared/api/request.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { type FieldProps, Grouped, useNotes } from './field-frame.tsx';

const KB = 1024;

interface FilesProps extends FieldProps<Extract<Field, { kind: 'files' }>> {
  readonly view: CaseView;
  readonly put: (view: CaseView) => void;
}

function useUpload({ field, view, put }: FilesProps) {
  const { say } = useSpeech();
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault?: string }>({ busy: false });
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setState({ busy: true });
    const name = encodeURIComponent(file.name);
    const answer = await sendFile<CaseView>(`/v1/cases/${view.id}/files/${field.id}?name=${name}`, file);
    if (answer.outcome === 'ok') {
      put(answer.value);
      return setState({ busy: false });
    }
    const { problem } = answer.outcome === 'failed' ? answer : { problem: undefined };
    const why = problem ? (problem.expected ?? problem.detail) : say(pageWords.offline);
    setState({ busy: false, fault: say(portalWords.fileRefused, { why }) });
  };
  return { ...state, upload };
}

function FileList({ field, view, put }: FilesProps) {
  const { say } = useSpeech();
  const remove = async (file: string) => {
    const answer = await sendJson<CaseView>('DELETE', `/v1/cases/${view.id}/files/${file}`);
    if (answer.outcome === 'ok') put(answer.value);
  };
  return (
    <ul className="files">
      {view.files
        .filter((file) => file.field === field.id)
        .map((file) => (
          <li key={file.id}>
            <Icon name="check" />
            <span>{file.name}</span>
            <span className="quiet numerals">{Math.ceil(file.bytes / KB)} kB</span>
            <Button className="button bare" onPress={() => void remove(file.id)}>
              {say(portalWords.remove)}
              <span className="unseen">{file.name}</span>
            </Button>
          </li>
        ))}
    </ul>
  );
}

export function FilesField(props: FilesProps) {
  const { say } = useSpeech();
  const { id } = useNotes(props);
  const { field, view } = props;
  const { busy, fault, upload } = useUpload(props);
  const count = view.files.filter((file) => file.field === field.id).length;
  return (
    <Grouped {...props}>
      <span className="hint">{say(portalWords.fileHint)}</span>
      <FileList {...props} />
      {fault ? (
        <p className="fault" role="alert">
          {fault}
        </p>
      ) : null}
      {count < field.most ? (
        <label className="button file-button" data-disabled={busy || undefined}>
          <Icon name="camera" />
          {say(busy ? portalWords.uploading : portalWords.addFile)}
          <input
            id={`${id}-file`}
            type="file"
            className="unseen"
            accept={field.accept.join(',')}
            disabled={busy}
            onChange={(event) => void upload(event)}
          />
        </label>
      ) : null}
    </Grouped>
  );
}
