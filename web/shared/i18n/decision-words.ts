/** What the law may answer, in a word or two; by the code that a part of a question states. */
import { type Words, words } from './words.ts';

const refused = words('不獲批准', '不予批准', 'refused', 'recusado');
const valid = words('有效', '有效', 'valid', 'válido');
const accepted = words('受理', '受理', 'accepted', 'aceite');
const granted = words('批准', '批准', 'granted', 'concedido');

export const decisionWords: Readonly<Record<string, Words>> = {
  ELIGIBLE: words('可以使用', '可以使用', 'may use it', 'pode usar'),
  ELIGIBLE_AFTER_ENROLMENT: words('登記後可用', '登记后可用', 'after enrolment', 'após registo'),
  NOT_ELIGIBLE: words('不適用', '不适用', 'not eligible', 'não pode'),
  REFER: words('由人員決定', '由人员决定', 'an officer decides', 'decide um agente'),
  ERROR: words('資料有誤', '资料有误', 'wrong facts', 'dados errados'),
  MUST_FILE: words('須填報', '须填报', 'must file', 'tem de preencher'),
  EXEMPT: words('豁免', '免填', 'exempt', 'isento'),
  NOT_EXEMPT: words('不獲豁免', '不予豁免', 'not exempt', 'não isento'),
  NOT_APPLICABLE: words('當日不適用', '当日不适用', 'does not apply', 'não se aplica'),
  PASSED: words('通過', '通过', 'passed', 'passou'),
  AVAILABLE: words('可用', '可用', 'available', 'disponível'),
  NOT_AVAILABLE: words('未提供', '未提供', 'not available', 'indisponível'),
  ENROLLED: words('已登記', '已登记', 'enrolled', 'registado'),
  REFUSED: refused,
  ACCEPTED: accepted,
  GRANTED: granted,
  ISSUED: words('簽發', '签发', 'issued', 'emitido'),
  ADMITTED: words('准許入境', '准许入境', 'admitted', 'admitido'),
  ALLOWED: words('准許', '准许', 'allowed', 'permitido'),
  VALID: valid,
  INVALID: words('無效', '无效', 'not valid', 'inválido'),
  CONVERTIBLE: words('可轉碼', '可转码', 'can be converted', 'convertível'),
  NOT_CONVERTIBLE: words('不可轉碼', '不可转码', 'cannot be converted', 'não convertível'),
  MET: words('符合', '符合', 'met', 'cumprido'),
  NOT_MET: words('不符合', '不符合', 'not met', 'não cumprido'),
  RED: words('紅碼', '红码', 'red', 'vermelho'),
  YELLOW: words('黃碼', '黄码', 'yellow', 'amarelo'),
  GREEN: words('綠', '绿', 'green', 'verde'),
  ORDINARY: words('一般通道', '一般通道', 'ordinary lane', 'via normal'),
  BOOKED: words('已預約', '已预约', 'booked', 'marcado'),
  NOT_BOOKED: words('未能預約', '未能预约', 'not booked', 'não marcado'),
  LINKED: words('已關聯', '已关联', 'linked', 'associado'),
  OVERSTAY: words('逾期停留', '逾期停留', 'overstay', 'permanência excedida'),
  WITHIN_STAY: words('在停留期內', '在停留期内', 'within the stay', 'dentro do prazo'),
  PREPARED: words('加快辦理', '加急办理', 'prepared at once', 'preparado'),
};

/** Words of an answer; one that no dictionary knows is shown by its code. */
export const decisionText = (decision: string): Words =>
  (Object.hasOwn(decisionWords, decision) ? decisionWords[decision] : undefined) ??
  words(decision, decision, decision, decision);
