import { operate } from '../../host/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readFinger, readPicture } from '../pictures.ts';

export const enrolCommand: Command = {
  summary: "enrols a traveller's face and fingers from pictures",
  options: {
    traveller: { takes: 'one', value: 'T-…', help: 'who; see kouan traveller list' },
    face: { takes: 'many', value: 'FILE', help: 'pictures of the face, three are best' },
    finger: { takes: 'many', value: 'POSITION=FILE,FILE', help: 'right-index=f1.png,f2.png' },
    consent: { takes: 'one', value: 'face,fingerprint', help: 'what the traveller agreed to' },
    ...JSON_OPTION,
  },
  async run(args, settings, terminal) {
    const result = (await operate(
      settings,
      'enrol',
      {
        traveller: args.required('traveller'),
        faces: args.many('face').map((path) => readPicture(path, '--face')),
        fingers: args.many('finger').map(readFinger),
        consents: readConsents(args.required('consent')),
      },
      terminal.note,
    )) as { traveller: string; faces: number; fingers: number };
    if (args.has('json')) terminal.print(JSON.stringify(result));
    else {
      terminal.print(
        `${result.traveller} is enrolled: ${result.faces} pictures of the face, ${result.fingers} of fingers. Usable at once.`,
      );
    }
    return EXIT.done;
  },
};

function readConsents(text: string): string[] {
  const consents = text.split(',').filter(Boolean);
  const unknown = consents.find((consent) => consent !== 'face' && consent !== 'fingerprint');
  if (unknown) throw fieldInvalid('--consent', unknown, '"face", "fingerprint" or "face,fingerprint"');
  return consents;
}
