/** What can be wrong with an answer, and how a person is told: what it is, what would be right (W-01). */
import type { Texts } from '../../kernel/index.ts';
import { words } from './words.ts';

export const FAULT_CODES = [
  'REQUIRED',
  'TOO_LONG',
  'NO_WORDS',
  'SIGNS_NOT_ALLOWED',
  'NOT_A_DAY',
  'NO_SUCH_DAY',
  'REPUBLIC_YEAR',
  'NOT_YET',
  'ALREADY_PAST',
  'NOT_A_TIME',
  'NOT_AN_OPTION',
  'TOO_MANY',
  'TOO_FEW',
  'NUMBER_FORM',
  'NUMBER_CHECK',
  'NOT_A_COUNTRY',
  'NOT_A_PHONE',
  'NOT_AN_EMAIL',
  'OUT_OF_RANGE',
  'CONSENT_NEEDED',
  'FILE_NEEDED',
  'SLOT_TAKEN',
  'LAW',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
  /** Path of the field: `birthDate`, `members.2.name`. */
  readonly field: string;
  readonly code: FaultCode;
  readonly text: Texts;
}

const WORDS: Readonly<Record<FaultCode, Texts>> = {
  REQUIRED: words('請填寫此項。', '请填写此项。', 'Please answer this.', 'Responda a esta pergunta.'),
  TOO_LONG: words(
    '文字過長，請縮短。',
    '文字过长，请缩短。',
    'This is too long; please shorten it.',
    'O texto é demasiado longo; encurte-o.',
  ),
  NO_WORDS: words(
    '這裏需要文字。',
    '这里需要文字。',
    'There are no words in this.',
    'Isto não contém palavras.',
  ),
  SIGNS_NOT_ALLOWED: words(
    '姓名中不能有表情符號或特殊符號；請按證件上的寫法填寫。',
    '姓名中不能有表情符号或特殊符号；请按证件上的写法填写。',
    'A name has no pictures or special signs; write it as it stands on the document.',
    'Um nome não tem símbolos; escreva-o como está no documento.',
  ),
  NOT_A_DAY: words(
    '請寫成 年-月-日，例如 2026-03-31。',
    '请写成 年-月-日，例如 2026-03-31。',
    'Write the day as year-month-day, for example 2026-03-31.',
    'Escreva a data como ano-mês-dia, por exemplo 2026-03-31.',
  ),
  NO_SUCH_DAY: words(
    '沒有這一天，請再核對。',
    '没有这一天，请再核对。',
    'There is no such day; please check it.',
    'Esse dia não existe; verifique.',
  ),
  REPUBLIC_YEAR: words(
    '這看來是民國紀年；請用公元年份（民國 115 年即 2026 年）。',
    '这看来是民国纪年；请用公元年份（民国 115 年即 2026 年）。',
    'This looks like a year of the Republic calendar; write the common era (115 is 2026).',
    'Parece um ano do calendário da República; use o ano comum (115 é 2026).',
  ),
  NOT_YET: words(
    '這一天還沒到；這裏應為過去的日子。',
    '这一天还没到；这里应为过去的日子。',
    'This day is still to come; a past day belongs here.',
    'Esse dia ainda não chegou; aqui deve estar um dia passado.',
  ),
  ALREADY_PAST: words(
    '這一天已經過去；這裏應為今天或以後。',
    '这一天已经过去；这里应为今天或以后。',
    'This day is past; today or later belongs here.',
    'Esse dia já passou; aqui deve estar hoje ou mais tarde.',
  ),
  NOT_A_TIME: words(
    '請寫成 年-月-日 時:分，例如 2026-03-31 14:05。',
    '请写成 年-月-日 时:分，例如 2026-03-31 14:05。',
    'Write day and time, for example 2026-03-31 14:05.',
    'Escreva dia e hora, por exemplo 2026-03-31 14:05.',
  ),
  NOT_AN_OPTION: words(
    '請從列出的選項中選擇。',
    '请从列出的选项中选择。',
    'Please choose one of those listed.',
    'Escolha uma das opções indicadas.',
  ),
  TOO_MANY: words(
    '數目過多。',
    '数目过多。',
    'That is more than can be taken here.',
    'São mais do que se aceita aqui.',
  ),
  TOO_FEW: words('數目不足。', '数目不足。', 'More are needed here.', 'São precisos mais.'),
  NUMBER_FORM: words(
    '號碼的格式與這種證件不符，請對照證件。',
    '号码的格式与这种证件不符，请对照证件。',
    'The number does not have the form of this document; compare it with the card.',
    'O número não tem a forma deste documento; compare com o cartão.',
  ),
  NUMBER_CHECK: words(
    '號碼的校驗位不符，可能有一位寫錯。',
    '号码的校验位不符，可能有一位写错。',
    'The last sign does not fit the others: one of them may be mistyped.',
    'O último carácter não corresponde aos outros: pode haver um erro.',
  ),
  NOT_A_COUNTRY: words(
    '請從列表選擇國家或地區。',
    '请从列表选择国家或地区。',
    'Please choose a country or region from the list.',
    'Escolha um país ou região da lista.',
  ),
  NOT_A_PHONE: words(
    '請連同區號填寫，例如 +852 9123 4567 或 +86 138 0013 8000。',
    '请连同区号填写，例如 +852 9123 4567 或 +86 138 0013 8000。',
    'Write it with the area code, as +852 9123 4567 or +86 138 0013 8000.',
    'Escreva com o indicativo, como +853 6612 3456.',
  ),
  NOT_AN_EMAIL: words(
    '請填寫完整的電郵地址，例如 name@example.com。',
    '请填写完整的电子邮箱，例如 name@example.com。',
    'Write a whole e-mail address, as name@example.com.',
    'Escreva um endereço completo, como nome@exemplo.com.',
  ),
  OUT_OF_RANGE: words(
    '這個數不在可填的範圍內。',
    '这个数不在可填的范围内。',
    'This number is outside what can be.',
    'Este número está fora do possível.',
  ),
  CONSENT_NEEDED: words(
    '沒有您的同意，這一步不能進行；您也可以到櫃檯辦理。',
    '没有您的同意，这一步不能进行；您也可以到柜台办理。',
    'Without your consent this step cannot be done; a counter can help you instead.',
    'Sem o seu consentimento este passo não se faz; pode ir a um balcão.',
  ),
  FILE_NEEDED: words(
    '請加上這份證明。',
    '请加上这份证明。',
    'Please add this paper.',
    'Junte este documento.',
  ),
  SLOT_TAKEN: words(
    '這個時段剛被預約，請另選一個；其他內容都已保留。',
    '这个时段刚被预约，请另选一个；其他内容都已保留。',
    'Somebody has just taken this time; choose another. Everything else is kept.',
    'Esta hora acabou de ser reservada; escolha outra. O resto foi guardado.',
  ),
  LAW: words(
    '按現行規定，這個回答不能接受。',
    '按现行规定，这个回答不能接受。',
    'By the rules in force this answer cannot be taken.',
    'Segundo as regras em vigor, esta resposta não pode ser aceite.',
  ),
};

export const fault = (field: string, code: FaultCode): Fault => ({ field, code, text: WORDS[code] });
