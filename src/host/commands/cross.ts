/** `cross`: a passage on photographs, told step by step. */
import { decodeGrey, decodeImage } from '../../biometrics/node.ts';
import { fieldInvalid, formatInstant, type GreyImage, parseInstant } from '../../kernel/index.ts';
import type { PassageResult, PassageStep } from '../../lane/index.ts';
import type { House } from '../house/house.ts';
import { readPosition } from '../matching/finger-forms.ts';
import { type PassageRun, runPassage } from '../passage/run-passage.ts';
import { naming } from './enrol.ts';
import { type CrossForm, type CrossResult, crossForm, readForm } from './forms.ts';

const PORT_FORM = /^[a-z0-9][a-z0-9-]{1,39}$/;

export async function cross(house: House, input: unknown): Promise<CrossResult> {
  const form = readForm(crossForm, input);
  if (!PORT_FORM.test(form.port)) throw fieldInvalid('--port', form.port, 'the id of a port, such as szb');
  for (const { position } of form.fingers) readPosition(position, '--finger');
  const run = await runPassage(house, {
    faces: await Promise.all(
      form.faces.map((file) => naming(file, () => decodeImage(Buffer.from(file.data, 'base64')))),
    ),
    fingers: await readFingers(form),
    port: form.port,
    direction: form.direction,
    at: form.at === undefined ? house.clock.now() : parseInstant(form.at, '--at'),
    companion: form.companion ?? null,
  });
  return tell(run);
}

/** By position; pictures of one finger that were given apart belong together. */
async function readFingers({ fingers }: CrossForm): Promise<Map<string, GreyImage[]>> {
  const read = new Map<string, GreyImage[]>();
  for (const { position, pictures } of fingers) {
    const images = await Promise.all(
      pictures.map((file) => naming(file, () => decodeGrey(Buffer.from(file.data, 'base64')))),
    );
    read.set(position, [...(read.get(position) ?? []), ...images]);
  }
  return read;
}

function tell({ result, decision }: PassageRun): CrossResult {
  if (!result) return { outcome: 'referred', reasons: ['POOR_CAPTURE'], steps: [], decision: null };
  const passed = result.outcome === 'passed';
  return {
    outcome: passed ? 'passed' : 'referred',
    reasons: passed ? ['OK'] : [...new Set([...result.reasons, ...result.lawReasons])],
    steps: foldSteps(result.steps),
    decision: decision ? { ...decision.decision } : null,
    ...(passed ? { crossing: crossingOf(result) } : {}),
  };
}

const crossingOf = (result: PassageResult) => ({
  id: result.crossing ?? result.clearance ?? '',
  at: formatInstant(result.endedAt),
  port: result.port,
  direction: result.direction,
});

/** Several frames of one step count as one step: their time together, the outcome of the last. */
function foldSteps(steps: readonly PassageStep[]): CrossResult['steps'] {
  const folded = new Map<string, { name: string; ms: number; outcome: string }>();
  for (const { name, ms, outcome } of steps) {
    folded.set(name, { name, ms: (folded.get(name)?.ms ?? 0) + ms, outcome });
  }
  return [...folded.values()];
}
