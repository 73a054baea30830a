/** The words of the correction request. */
import { words } from '../engine/words.ts';

export const correctionWords = {
  title: words('更正我的資料', '更正我的信息', 'Correct my data', 'Corrigir os meus dados'),
  summary: words(
    '姓名、證件或出入境記錄有錯？說明並附上證明，由人員核實更正。',
    '姓名、证件或出入境记录有误？说明并附上证明，由人员核实更正。',
    'A name, a document or a crossing is wrong? Say so and show it; officers check and put it right.',
    'Um nome, documento ou passagem está errado? Diga e comprove; os agentes verificam e corrigem.',
  ),
  need: words(
    '顯示正確資料的證件或文件',
    '显示正确信息的证件或文件',
    'A document that shows what is right',
    'Um documento que mostre o que está certo',
  ),
  appeal: words(
    '如不獲更正，可致電 12367，或向出入境管理機關申請覆核。',
    '如未获更正，可拨打 12367，或向出入境管理机关申请复核。',
    'If it is not corrected, call 12367 or ask the exit-entry authority for a review.',
    'Se não for corrigido, ligue 12367 ou peça revisão à autoridade de migração.',
  ),
  what: words('哪項資料有錯？', '哪项信息有误？', 'What is wrong?', 'O que está errado?'),
  name: words('姓名', '姓名', 'My name', 'O meu nome'),
  birthDate: words('出生日期', '出生日期', 'My date of birth', 'A minha data de nascimento'),
  document: words('證件或簽注', '证件或签注', 'A document or endorsement', 'Um documento ou visto'),
  crossing: words('出入境記錄', '出入境记录', 'A crossing', 'Uma passagem'),
  linked: words('監護人或子女', '监护人或子女', 'A guardian or child', 'Um tutor ou filho'),
  other: words('其他', '其他', 'Something else', 'Outra coisa'),
  right: words('正確的是甚麼？', '正确的是什么？', 'What would be right?', 'O que estaria certo?'),
  rightHint: words(
    '例如：英文姓名應為 CHAN TAI MAN',
    '例如：英文姓名应为 CHAN TAI MAN',
    'As: the name in Latin letters is CHAN TAI MAN',
    'Por exemplo: o nome em letras latinas é CHAN TAI MAN',
  ),
  evidence: words('證明文件', '证明文件', 'What shows it', 'O que o comprova'),
  evidenceHint: words(
    '證件照片或 PDF，最多三份',
    '证件照片或 PDF，最多三份',
    'Pictures of a document or PDF, at most three',
    'Fotos de um documento ou PDF, no máximo três',
  ),
  result: words('結果', '结果', 'Result', 'Resultado'),
  corrected: words('已核實並更正', '已核实并更正', 'Checked and put right', 'Verificado e corrigido'),
  nextLook: words(
    '在「我的資料」查看更正後的內容。',
    '在“我的信息”查看更正后的内容。',
    'Look at “My data” to see it corrected.',
    'Veja a correção em «Os meus dados».',
  ),
};
