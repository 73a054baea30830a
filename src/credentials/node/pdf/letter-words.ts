/** The few words that every letter has of its own. */
import type { Texts } from '../../../kernel/index.ts';

const words = (hant: string, hans: string, en: string, pt: string): Texts => ({
  'zh-Hant': hant,
  'zh-Hans': hans,
  en,
  pt,
});

export const letterWords = {
  reference: words('編號', '编号', 'Reference', 'Referência'),
  issued: words(
    '簽發時間（北京時間）',
    '签发时间（北京时间）',
    'Issued (Beijing time)',
    'Emitido (hora de Pequim)',
  ),
  page: words('第 {n} 頁，共 {of} 頁', '第 {n} 页，共 {of} 页', 'Page {n} of {of}', 'Página {n} de {of}'),
  checkAt: words('核驗此碼：', '核验此码：', 'Check this code at', 'Verifique este código em'),
  checkCode: words(
    '此碼可離線核驗。',
    '此码可离线核验。',
    'This code can be checked offline.',
    'Este código pode ser verificado sem ligação.',
  ),
  sealReason: words(
    '證明由簽發機關發出',
    '证明由签发机关发出',
    'Issued by the authority named here',
    'Emitido pela autoridade indicada',
  ),
};

export const certificateWords = {
  title: words(
    '出入境記錄證明',
    '出入境记录证明',
    'Certificate of exit and entry records',
    'Certidão de registos de saída e entrada',
  ),
  name: words('姓名', '姓名', 'Name', 'Nome'),
  document: words('證件號碼', '证件号码', 'Document number', 'Número do documento'),
  span: words('查詢期間', '查询期间', 'Period', 'Período'),
  spanValue: words('{from} 至 {to}', '{from} 至 {to}', '{from} to {to}', 'De {from} a {to}'),
  counts: words('記錄', '记录', 'Records', 'Registos'),
  countsValue: words(
    '出境 {exits} 次，入境 {entries} 次',
    '出境 {exits} 次，入境 {entries} 次',
    'Exits {exits}, entries {entries}',
    'Saídas {exits}, entradas {entries}',
  ),
  number: words('序號', '序号', 'No.', 'N.º'),
  day: words('日期', '日期', 'Day', 'Data'),
  time: words('時間', '时间', 'Time', 'Hora'),
  direction: words('出／入境', '出／入境', 'Direction', 'Sentido'),
  exit: words('出境', '出境', 'Exit', 'Saída'),
  entry: words('入境', '入境', 'Entry', 'Entrada'),
  port: words('口岸', '口岸', 'Port', 'Posto fronteiriço'),
  usedDocument: words('所持證件', '所持证件', 'Document used', 'Documento usado'),
  none: words(
    '此期間沒有出入境記錄。',
    '此期间没有出入境记录。',
    'There is no record in this period.',
    'Não há registos neste período.',
  ),
  hidden: words(
    '應申請人要求，本證明不顯示：{columns}。',
    '应申请人要求，本证明不显示：{columns}。',
    'At the applicant’s wish this certificate does not show: {columns}.',
    'A pedido do requerente, esta certidão não mostra: {columns}.',
  ),
  masked: words(
    '證件號碼只顯示最後四位。',
    '证件号码只显示最后四位。',
    'Only the last four characters of document numbers are shown.',
    'Dos números de documentos só se mostram os últimos quatro caracteres.',
  ),
  proof: words(
    '本檔案附有電子簽章，任何改動均可驗出。列印本上的二維碼只證明持有人、期間和次數；逐條記錄以電子檔為準。',
    '本文件附有电子签章，任何改动均可验出。打印件上的二维码只证明持有人、期间和次数；逐条记录以电子文件为准。',
    'This file carries an electronic signature that shows any change. On paper the code proves only the holder, the period and the numbers; for the single records the electronic file counts.',
    'Este ficheiro tem uma assinatura eletrónica que revela qualquer alteração. Em papel, o código só comprova o titular, o período e os números; para cada registo vale o ficheiro eletrónico.',
  ),
};
