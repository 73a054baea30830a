/** The words of the linkage of two documents. */
import { words } from '../engine/words.ts';

export const linkageWords = {
  title: words('雙證關聯', '双证关联', 'Linking two documents', 'Associar dois documentos'),
  summary: words(
    '證明您的來往內地（大陸）通行證與居住證屬於同一人，供部門和企業核驗，30 日內有效。',
    '证明您的来往内地（大陆）通行证与居住证属于同一人，供部门和企业核验，30 日内有效。',
    'Proves that your travel permit and your residence permit belong to one person; good for 30 days.',
    'Prova que o seu salvo-conduto e a autorização de residência são da mesma pessoa; vale 30 dias.',
  ),
  needPermit: words(
    '已核對的通行證',
    '已核对的通行证',
    'Your travel permit, checked here before',
    'O salvo-conduto, já verificado aqui',
  ),
  needResidence: words(
    '居住證號碼（18 位）',
    '居住证号码（18 位）',
    'The 18 signs of your residence permit',
    'Os 18 caracteres da autorização de residência',
  ),
  appeal: words(
    '也可攜帶兩證原件，到全國任一縣級以上公安機關出入境窗口領取紙質結果，效力相同；或致電 12367。',
    '也可携带两证原件，到全国任一县级以上公安机关出入境窗口领取纸质结果，效力相同；或致电 12367。',
    'With both originals any county-level exit-entry office gives the same result on paper, of equal force; or call 12367.',
    'Com os dois originais, qualquer serviço de migração de nível distrital passa o mesmo resultado em papel; ou ligue 12367.',
  ),
  number: words(
    '居住證號碼',
    '居住证号码',
    'Number of the residence permit',
    'Número da autorização de residência',
  ),
  numberHint: words(
    '在證件正面下方，以 81、82 或 83 開頭。只能填寫本人的證件。',
    '在证件正面下方，以 81、82 或 83 开头。只能填写本人的证件。',
    'At the foot of the front; it begins with 81, 82 or 83. Only your own.',
    'Em baixo, na frente; começa por 81, 82 ou 83. Só o seu.',
  ),
  result: words('結果', '结果', 'Result', 'Resultado'),
  linked: words(
    '兩證屬同一人',
    '两证属同一人',
    'Both documents belong to one person',
    'Os dois documentos são da mesma pessoa',
  ),
  holder: words('持證人', '持证人', 'Holder', 'Titular'),
  permit: words('通行證末四位', '通行证末四位', 'Travel permit, last four', 'Salvo-conduto, últimos quatro'),
  residence: words(
    '居住證末四位',
    '居住证末四位',
    'Residence permit, last four',
    'Autorização, últimos quatro',
  ),
  next: words(
    '向對方出示二維碼，或下載 PDF；紙本與網上結果效力相同。',
    '向对方出示二维码，或下载 PDF；纸本与网上结果效力相同。',
    'Show the QR code or hand over the PDF; paper and online results have equal force.',
    'Mostre o código QR ou entregue o PDF; o papel e o resultado em linha valem o mesmo.',
  ),
};
