/** Every command, in the order in which help tells them. */
import type { Commands } from '../usage.ts';
import { consentCommand } from './consent.ts';
import { crossCommand } from './cross.ts';
import { decideCommand } from './decide.ts';
import { enrolCommand } from './enrol.ts';
import { faceCommand } from './face.ts';
import { fingerCommand } from './finger.ts';
import { officerCommand } from './officer.ts';
import { resetCommand } from './reset.ts';
import { rulesCommand } from './rules.ts';
import { serveCommand } from './serve.ts';
import { travellerCommand } from './traveller.ts';

export const COMMANDS: Commands = {
  serve: serveCommand,
  traveller: travellerCommand,
  enrol: enrolCommand,
  cross: crossCommand,
  consent: consentCommand,
  officer: officerCommand,
  decide: decideCommand,
  face: faceCommand,
  finger: fingerCommand,
  rules: rulesCommand,
  reset: resetCommand,
};
