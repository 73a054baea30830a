/**
 * Draws the pictures of the pictured people anew from `assets/people/people.json`:
 *
 *   npx tsx tools/people/render.ts                     everything (about ten minutes on one core)
 *   npx tsx tools/people/render.ts --only p07,p08      some people
 *   npx tsx tools/people/render.ts --kind faces        faces alone, or `fingers`
 *   npx tsx tools/people/render.ts --share 1/2         every second person, to use two cores
 *
 * The seeds decide all, so that the pictures come out the same on every machine.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  FINGERS,
  growMaster,
  makeIdentity,
  PICTURED_VIEWS,
  type PicturedPerson,
  parseRoster,
  picturedView,
  renderFace,
} from '../../src/simulator/people/index.ts';
import { encodeMaster, encodePortrait } from '../../src/simulator/people/node.ts';

const ASSETS = fileURLToPath(new URL('../../assets/people/', import.meta.url));

async function drawPerson(person: PicturedPerson, kind: string | undefined): Promise<void> {
  const folder = join(ASSETS, person.id);
  await mkdir(folder, { recursive: true });
  const face = makeIdentity(person.faceSeed, person);
  if (kind !== 'fingers') {
    for (const view of PICTURED_VIEWS) {
      const portrait = renderFace(face, picturedView(view, person.faceSeed));
      await writeFile(join(folder, `face-${view}.webp`), await encodePortrait(portrait));
    }
  }
  if (kind !== 'faces') {
    for (const finger of FINGERS) {
      await writeFile(
        join(folder, `finger-${finger}.png`),
        await encodeMaster(growMaster(person.fingerSeeds[finger])),
      );
    }
  }
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, kind: { type: 'string' }, share: { type: 'string', default: '1/1' } },
});
const people = parseRoster(JSON.parse(await readFile(join(ASSETS, 'people.json'), 'utf8')));
const [share = 1, of = 1] = values.share.split('/').map(Number);
const wanted = people.filter(
  ({ id }, i) => (!values.only || values.only.split(',').includes(id)) && i % of === share - 1,
);
for (const person of wanted) {
  await drawPerson(person, values.kind);
  console.log(`${person.id} drawn`);
}
