/** Texts of "Can I use it?": what the law itself does not say. */
import { enrolWords } from './enrol-words.ts';
import { type Words, words } from './words.ts';

export const checkWords = {
  link: words('我能用嗎？', '我能用吗？', 'Can I use it?', 'Posso usá-lo?'),
  pageTitle: words(
    '口岸 · 我能用嗎？',
    '口岸 · 我能用吗？',
    'Kouan · can I use it?',
    'Kouan · posso usá-lo?',
  ),
  tagline: words(
    '智能快捷通道（「刷臉」通行）',
    '智能快捷通道（“刷脸”通行）',
    'The face lane',
    'O canal de reconhecimento facial',
  ),
  intro: words(
    '一次只問一題。答案留在這部裝置上，不會傳送。',
    '一次只问一题。答案留在这台设备上，不会传送。',
    'One question at a time. Your answers stay on this device and are sent nowhere.',
    'Uma pergunta de cada vez. As respostas ficam neste dispositivo e não são enviadas.',
  ),
  offlineCopy: words(
    '目前離線：以已保存的規則回答。',
    '目前离线：以已保存的规则回答。',
    'You are offline: the answer comes from the rules kept here.',
    'Está sem ligação: a resposta vem das regras aqui guardadas.',
  ),
  questionNumber: words('第 {n} 題', '第 {n} 题', 'Question {n}', 'Pergunta {n}'),
  yes: words('是', '是', 'Yes', 'Sim'),
  no: words('否', '否', 'No', 'Não'),
  today: words('今天', '今天', 'Today', 'Hoje'),
  badDay: words(
    '沒有這一天，請核對日、月、年。',
    '没有这一天，请核对日、月、年。',
    'There is no such day. Check day, month and year.',
    'Esse dia não existe. Verifique dia, mês e ano.',
  ),
  refused: words(
    '這一天在過關之後，請核對。',
    '这一天在过关之后，请核对。',
    'That day lies after the crossing. Please check it.',
    'Esse dia é posterior à passagem. Verifique-o.',
  ),
  given: words('你的回答', '您的回答', 'Your answers', 'As suas respostas'),
  change: words('更改：{question}', '更改：{question}', 'Change: {question}', 'Alterar: {question}'),
  startOver: words('重新開始', '重新开始', 'Start over', 'Recomeçar'),
  onDay: words('{day}', '{day}', 'On {day}', 'Em {day}'),
  reasons: words('原因', '原因', 'Why', 'Porquê'),
  remedies: words('怎樣就可以', '怎样就可以', 'What would change it', 'O que mudaria a resposta'),
  maybeFrom: words(
    '自 {day} 起可能可以，視乎其餘回答',
    '自 {day} 起可能可以，取决于其余回答',
    'from {day} it may be possible, depending on your other answers',
    'a partir de {day} talvez seja possível, consoante as outras respostas',
  ),
  carry: words('要帶甚麼', '要带什么', 'What to carry', 'O que levar'),
  carryDocument: words('你的{document}', '您的{document}', 'Your {document}', 'O seu {document}'),
  carryAny: words(
    '你的有效旅行證件',
    '您的有效旅行证件',
    'Your valid travel document',
    'O seu documento de viagem válido',
  ),
  yourPort: words('口岸', '口岸', 'the port', 'posto'),
  nextSteps: words('接着怎樣做', '接下来怎么做', 'What to do next', 'O que fazer a seguir'),
  alternatives: words('其他方式', '其他方式', 'Other ways', 'Outras vias'),
  clauses: words(
    '依據：{n} 項規定',
    '依据：{n} 项规定',
    'The rules behind it: {n}',
    'As regras em causa: {n}',
  ),
  clauseMet: words('符合', '符合', 'Met', 'Cumprida'),
  clauseNotMet: words('未符合', '未符合', 'Not met', 'Não cumprida'),
  since: words('自 {day} 起', '自 {day} 起', 'since {day}', 'desde {day}'),
  release: words('規則版本 {v}', '规则版本 {v}', 'Rules {v}', 'Regras {v}'),
  early: words(
    '其餘的問題不會改變這一天的答案，所以不再問。',
    '其余的问题不会改变这一天的答案，所以不再问。',
    'No other answer could change this on that day, so nothing more was asked.',
    'Nenhuma outra resposta mudaria isto nesse dia; por isso não se perguntou mais.',
  ),
  askAll: words('仍要問完所有問題', '仍要问完所有问题', 'Ask me everything anyway', 'Perguntar tudo'),
  timeline: words('換一天呢？', '换一天呢？', 'And on another day?', 'E noutro dia?'),
  timelineHint: words(
    '拖動或按方向鍵選另一天。',
    '拖动或按方向键选另一天。',
    'Drag, or use the arrow keys, to choose another day.',
    'Arraste ou use as setas para escolher outro dia.',
  ),
  timelineDay: words('過關日期', '过关日期', 'Day of crossing', 'Dia da passagem'),
  eraFrom: words('{day} 起：{answer}', '{day} 起：{answer}', 'From {day}: {answer}', 'Desde {day}: {answer}'),
  eraBefore: words(
    '在此之前：{answer}',
    '在此之前：{answer}',
    'Before that: {answer}',
    'Antes disso: {answer}',
  ),
  eraAlways: words(
    '任何一天都一樣：{answer}',
    '任何一天都一样：{answer}',
    'The same on any day: {answer}',
    'Igual em qualquer dia: {answer}',
  ),
  share: words('複製連結', '复制链接', 'Copy a link', 'Copiar uma ligação'),
  shareHint: words(
    '連結只有口岸、方向、身份、證件種類和日期；沒有你的生日或其他個人資料。',
    '链接只有口岸、方向、身份、证件种类和日期；没有您的生日或其他个人资料。',
    'The link holds port, direction, residence, kind of document and day; not your birthday, nothing personal.',
    'A ligação só tem posto, sentido, residência, tipo de documento e dia; nada de pessoal.',
  ),
  copied: words('連結已複製', '链接已复制', 'The link is copied', 'Ligação copiada'),
  copyByHand: words(
    '請從網址列複製連結。',
    '请从地址栏复制链接。',
    'Copy the link from the address bar.',
    'Copie a ligação da barra de endereço.',
  ),
};

/** The answer in one line and one sentence, by the law's decision. Never a reproach, never a final no. */
export const verdictWords = {
  ELIGIBLE: {
    title: words('可以使用', '可以使用', 'Yes, you can', 'Sim, pode'),
    hint: words(
      '走過去就可以，不用出示證件。',
      '走过去就可以，不用出示证件。',
      'Walk through; nothing has to be shown.',
      'Basta passar; não precisa de mostrar nada.',
    ),
  },
  ELIGIBLE_AFTER_ENROLMENT: {
    title: words('登記後就可以', '登记后就可以', 'Yes, after enrolment', 'Sim, depois do registo'),
    hint: words(
      '先到口岸的採集點登記一次。',
      '先到口岸的采集点登记一次。',
      'Enrol once at the collection point of the port.',
      'Registe-se uma vez no ponto de recolha do posto.',
    ),
  },
  NOT_ELIGIBLE: {
    title: words(
      '這裡或這天未能使用',
      '在这里或这天不能使用',
      'Not here, or not yet',
      'Aqui não, ou ainda não',
    ),
    hint: words(
      '你仍可用其他方式過關。',
      '您仍可用其他方式过关。',
      'You can still cross in another way.',
      'Pode passar por outra via.',
    ),
  },
  REFER: {
    title: words('由邊檢人員決定', '由边检人员决定', 'An officer decides', 'Um agente decide'),
    hint: words(
      '請到人工櫃檯或致電 12367。',
      '请到人工柜台或致电 12367。',
      'Ask at the counter, or call 12367.',
      'Pergunte no balcão ou ligue 12367.',
    ),
  },
  OPEN: {
    title: words('視乎其餘回答', '取决于其余回答', 'Depends on more answers', 'Depende de mais respostas'),
    hint: words(
      '這一天還要多問幾題。',
      '这一天还要多问几题。',
      'For that day a few more questions are needed.',
      'Para esse dia faltam algumas perguntas.',
    ),
  },
};

/** Questions that the law leaves to whoever asks. */
export const promptWords = {
  endorsements: words(
    '通行證上有赴港澳簽注嗎？',
    '通行证上有赴港澳签注吗？',
    'Does the permit carry an endorsement for Hong Kong or Macao?',
    'O salvo-conduto tem visto para Hong Kong ou Macau?',
  ),
  companion: words(
    '有人陪同，一起走同一組通道嗎？',
    '有人陪同，一起走同一组通道吗？',
    'Will somebody go with you through the same group of lanes?',
    'Alguém o acompanha no mesmo grupo de canais?',
  ),
  'person.livesOnOwnLabourIncome': words(
    '主要靠自己的勞動收入生活嗎？',
    '主要靠自己的劳动收入生活吗？',
    'Do you live mainly on income from your own work?',
    'Vive sobretudo do rendimento do seu trabalho?',
  ),
  other: words(
    '還有一項資料需要補充',
    '还有一项资料需要补充',
    'One more detail is needed',
    'Falta mais um dado',
  ),
};

/** What helps with a question, by fact. */
export const hintWords = {
  'person.birthDate': enrolWords.example,
  'document.expires': enrolWords.expiresHint,
  endorsements: words(
    '有幾個的話，請說打算用的那一個。',
    '有几个的话，请说打算用的那一个。',
    'If there are several, answer for the one you will use.',
    'Se houver vários, responda pelo que vai usar.',
  ),
};

/** Closed values of the law in words. */
export const valueWords = {
  entry: words('入境（進入內地）', '入境（进入内地）', 'Entering the mainland', 'Entrar no Interior'),
  exit: words('出境（離開內地）', '出境（离开内地）', 'Leaving the mainland', 'Sair do Interior'),
  hkmo: words('香港或澳門', '香港或澳门', 'Hong Kong or Macao', 'Hong Kong ou Macau'),
  mainland: words('中國內地', '中国内地', 'Mainland China', 'Interior da China'),
  taiwan: words('台灣', '台湾', 'Taiwan', 'Taiwan'),
  foreigner: words('其他地方', '其他地方', 'Somewhere else', 'Outro lugar'),
  STATUTORY_GUARDIAN: words('法定監護人', '法定监护人', 'Statutory guardian', 'Tutor legal'),
  TEACHER: words('老師', '老师', 'Teacher', 'Professor'),
  RELATIVE: words('其他親屬', '其他亲属', 'Another relative', 'Outro familiar'),
  TOUR_LEADER: words('領隊或導遊', '领队或导游', 'Tour leader', 'Guia de grupo'),
  FRIEND: words('朋友', '朋友', 'Friend', 'Amigo'),
  OTHER: words('其他人', '其他人', 'Somebody else', 'Outra pessoa'),
  multiple: enrolWords.multiple,
  single: enrolWords.single,
  two: enrolWords.two,
  weekly: enrolWords.weekly,
  HK: enrolWords.HK,
  MO: enrolWords.MO,
  elsewhere: words('其他口岸', '其他口岸', 'Another port', 'Outro posto'),
} satisfies Readonly<Record<string, Words>>;
