/** The words of the renewal of a family-visit endorsement in Hong Kong or Macao. */
import type { Texts } from '../../kernel/index.ts';
import { words } from '../engine/words.ts';

export const renewalWords = {
  title: words(
    '在港澳續辦探親簽注',
    '在港澳续办探亲签注',
    'Renewing a family-visit endorsement in Hong Kong or Macao',
    'Renovar o visto de visita familiar em Hong Kong ou Macau',
  ),
  summary: words(
    '持探親簽注在香港或澳門，逗留期不夠？不必返回內地：我們算出最遲提交日期，備好函件，您經當地指定的旅行社提交。',
    '持探亲签注在香港或澳门，逗留期不够？不必返回内地：我们算出最迟提交日期，备好函件，您经当地指定的旅行社提交。',
    'In Hong Kong or Macao on a family visit, and the stay is too short? No need to go back: we tell the last day to file and prepare the letter for the agency.',
    'Em visita familiar a Hong Kong ou Macau e a estadia é curta? Não precisa de voltar: dizemos o último dia e preparamos a carta para a agência.',
  ),
  needPermit: words(
    '往來港澳通行證和探親簽注',
    '往来港澳通行证和探亲签注',
    'Your permit with its family-visit endorsement',
    'O salvo-conduto com o visto de visita familiar',
  ),
  needSlip: words(
    '入境時取得的逗留期限標籤或入境申報表',
    '入境时取得的逗留期限标签或入境申报表',
    'The slip that you got on entry, with the day on which your stay ends',
    'O talão recebido à entrada, com o dia em que a estadia termina',
  ),
  appeal: words(
    '如已過最遲日期，請在逗留期屆滿前返回內地，再到出入境窗口辦理；可致電 12367 查詢。',
    '如已过最迟日期，请在逗留期届满前返回内地，再到出入境窗口办理；可致电 12367 查询。',
    'If the last day has passed, return to the mainland before your stay ends and apply at an exit-entry office; 12367 helps.',
    'Se o último dia passou, regresse ao interior antes do fim da estadia e peça num serviço de migração; o 12367 ajuda.',
  ),
  place: words('現在身在哪裏？', '现在身在哪里？', 'Where are you now?', 'Onde está agora?'),
  hongKong: words('香港', '香港', 'Hong Kong', 'Hong Kong'),
  macao: words('澳門', '澳门', 'Macao', 'Macau'),
  held: words(
    '現在的簽注是哪一種？',
    '现在的签注是哪一种？',
    'Which endorsement do you have now?',
    'Que visto tem agora?',
  ),
  heldHint: words(
    '印在通行證背面。',
    '印在通行证背面。',
    'It is printed on the back of your permit.',
    'Está impresso no verso do salvo-conduto.',
  ),
  requested: words('想續辦哪一種？', '想续办哪一种？', 'Which one do you want?', 'Qual pretende?'),
  same: words('同一種', '同一种', 'The same', 'O mesmo'),
  another: words('另一種', '另一种', 'Another one', 'Outro'),
  anotherType: words('哪一種？', '哪一种？', 'Which one?', 'Qual?'),
  stayEnds: words(
    '逗留期到哪一天？',
    '逗留期到哪一天？',
    'On which day does your stay end?',
    'Em que dia termina a estadia?',
  ),
  stayEndsHint: words(
    '看入境時取得的標籤。',
    '看入境时取得的标签。',
    'It is on the slip that you got on entry.',
    'Está no talão recebido à entrada.',
  ),
  filedOn: words(
    '打算哪一天提交？',
    '打算哪一天提交？',
    'On which day will you file?',
    'Em que dia vai apresentar o pedido?',
  ),
  filedOnHint: (agency: Texts, latest: string, recommended: string): Texts =>
    words(
      `經${agency['zh-Hant']}提交。最遲 ${latest}；為穩妥起見，請在 ${recommended} 或之前。`,
      `经${agency['zh-Hans']}提交。最迟 ${latest}；为稳妥起见，请在 ${recommended} 或之前。`,
      `With ${agency.en}. ${latest} at the latest; to be safe, by ${recommended}.`,
      `Em ${agency.pt}. O mais tardar a ${latest}; por segurança, até ${recommended}.`,
    ),
  agency: words('提交機構', '提交机构', 'File with', 'Apresentar em'),
  agencies: {
    'CTS-HK': words(
      '香港中旅集團',
      '香港中旅集团',
      'China Travel Service (Hong Kong)',
      'China Travel Service (Hong Kong)',
    ),
    'CTS-MO': words(
      '澳門中國旅行社',
      '澳门中国旅行社',
      'China Travel Service (Macao)',
      'China Travel Service (Macau)',
    ),
  } as Readonly<Record<string, Texts>>,
  unknownAgency: words(
    '當地指定機構',
    '当地指定机构',
    'the agency named for the place',
    'a agência indicada para o local',
  ),
  holder: words('持證人', '持证人', 'Holder', 'Titular'),
  latest: words('最遲提交日期', '最迟提交日期', 'Last day to file', 'Último dia para apresentar'),
  recommended: words('建議提交日期（或之前）', '建议提交日期（或之前）', 'Better by', 'De preferência até'),
  type: words('續辦簽注', '续办签注', 'Endorsement', 'Visto'),
  next: words(
    '帶同此函件和通行證，在最遲日期或之前到該機構提交。',
    '带同此函件和通行证，在最迟日期或之前到该机构提交。',
    'Take this letter and your permit to the agency, on the last day at the latest.',
    'Leve esta carta e o salvo-conduto à agência, o mais tardar no último dia.',
  ),
  nextStay: words(
    '未獲批准前，逗留期不變：請勿逾期逗留。',
    '未获批准前，逗留期不变：请勿逾期逗留。',
    'Until it is approved your stay ends on the same day: do not overstay.',
    'Até ser aprovado, a estadia termina no mesmo dia: não a ultrapasse.',
  ),
  bringPermit: words(
    '往來港澳通行證原件',
    '往来港澳通行证原件',
    'Your permit, the original',
    'O salvo-conduto original',
  ),
  bringSlip: words('入境逗留標籤', '入境逗留标签', 'The slip of your entry', 'O talão de entrada'),
  bringRelation: words(
    '親屬關係證明和探望對象的身份證明副本',
    '亲属关系证明和探望对象的身份证明副本',
    'Proof of the family relation, and a copy of your relative’s identity card',
    'Prova do parentesco e cópia do documento de identidade do familiar',
  ),
  letterSubject: words(
    '續辦探親簽注',
    '续办探亲签注',
    'Renewal of a family-visit endorsement',
    'Renovação do visto de visita familiar',
  ),
};
