/** The words of fee and delivery. */
import { words } from '../engine/words.ts';

export const feeWords = {
  yuan: (yuan: number) =>
    words(`人民幣 ${yuan} 元`, `人民币 ${yuan} 元`, `CNY ${yuan}`, `${yuan} yuans (CNY)`),
  notCharged: (reference: string) =>
    words(
      `示範，沒有扣款（${reference}）`,
      `示范，没有扣款（${reference}）`,
      `Demonstration: nothing was charged (${reference})`,
      `Demonstração: nada foi cobrado (${reference})`,
    ),
  post: words('郵寄到家', '邮寄到家', 'By post', 'Por correio'),
  postHint: words(
    '本人簽收，並交回舊證件。',
    '本人签收，并交回旧证件。',
    'You sign for it in person and hand over the old document.',
    'Assina em pessoa e entrega o documento antigo.',
  ),
  collect: words('到窗口領取', '到窗口领取', 'At the office', 'No serviço'),
  collectHint: words(
    '戶籍所在城市的出入境窗口，帶同身份證。',
    '户籍所在城市的出入境窗口，带同身份证。',
    'At the exit-entry office of your city, with your identity card.',
    'No serviço de migração da sua cidade, com o bilhete de identidade.',
  ),
  posted: (number: string) =>
    words(
      `郵寄，查詢號 ${number}（示範，不會寄出）`,
      `邮寄，查询号 ${number}（示范，不会寄出）`,
      `By post, tracking ${number} (demonstration: nothing is sent)`,
      `Por correio, seguimento ${number} (demonstração: nada é enviado)`,
    ),
  ready: (number: string) =>
    words(
      `到窗口領取，領取號 ${number}（示範）`,
      `到窗口领取，领取号 ${number}（示范）`,
      `At the office, collection number ${number} (demonstration)`,
      `No serviço, número de levantamento ${number} (demonstração)`,
    ),
};
