/** Where a traveller will stay, asked in two steps: provinces, then cities of those that are open only in part (P-06). */
import type { Texts } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import type { Answers, Step } from '../engine/form.ts';
import { askOf, rowsOf } from '../engine/law-lists.ts';
import { words } from '../engine/words.ts';
import { areaName } from './area-names.ts';
import { transit240Words as w } from './words.ts';

const ELSEWHERE = 'Elsewhere';
const keysOf = (law: Law, table: string): string[] => rowsOf(law, table).map(({ key }) => key.join('/'));

const partlyOpen = (law: Law): string[] => [
  ...new Set(keysOf(law, 'transit240-cities').map((area) => area.split('/')[0] ?? area)),
];

const chosen = (answers: Answers, field: string): readonly string[] => {
  const value = answers[field];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
};

export function areaSteps(law: Law, answers: Answers): Step[] {
  const asked = askOf(law, 'transit240', 'areas');
  const provinces = [...keysOf(law, 'transit240-provinces'), ...partlyOpen(law)];
  const options = [
    ...provinces.map((id) => ({ id, text: areaName(id) })),
    { id: ELSEWHERE, text: w.elsewhere },
  ];
  return [
    { id: 'areas', title: asked, fields: [{ id: 'provinces', kind: 'choices', label: asked, options }] },
    ...chosen(answers, 'provinces')
      .filter((province) => partlyOpen(law).includes(province))
      .map((province) => citiesStep(law, province)),
  ];
}

function citiesStep(law: Law, province: string): Step {
  const cities = keysOf(law, 'transit240-cities').filter((area) => area.startsWith(`${province}/`));
  const label = joined(w.citiesIn, areaName(province));
  const options = [
    ...cities.map((id) => ({ id, text: areaName(id) })),
    { id: province, text: w.elsewhereIn },
  ];
  return {
    id: citiesOf(province),
    title: label,
    fields: [{ id: citiesOf(province), kind: 'choices', label, options }],
  };
}

const citiesOf = (province: string): string => `cities-${province}`;

const joined = (a: Texts, b: Texts): Texts =>
  words(a['zh-Hant'] + b['zh-Hant'], a['zh-Hans'] + b['zh-Hans'], `${a.en}${b.en}?`, `${a.pt}${b.pt}?`);

/** As the law names them: a province that is open in part counts by its cities. */
export const areasOf = (answers: Answers): string[] =>
  chosen(answers, 'provinces').flatMap((province) => {
    const cities = chosen(answers, citiesOf(province));
    return cities.length > 0 ? cities : [province];
  });
