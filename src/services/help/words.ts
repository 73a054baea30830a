/** The words of the 12367 desk. */
import { words } from '../engine/words.ts';

export const helpDeskWords = {
  title: words('詢問 12367 服務台', '咨询 12367 服务台', 'Ask the 12367 desk', 'Perguntar ao balcão 12367'),
  summary: words(
    '寫下問題，取得編號，由人員回覆；不需要帳戶。',
    '写下问题，取得编号，由人员回复；不需要账户。',
    'Write your question, get a number, an officer answers; no account needed.',
    'Escreva a pergunta, receba um número, um agente responde; sem conta.',
  ),
  need: words(
    '如有出錯畫面上的追蹤編號，請一併提供',
    '如有出错页面上的追踪编号，请一并提供',
    'The trace number of the page that failed, if there was one',
    'O número de rastreio da página que falhou, se o houver',
  ),
  topic: words('關於甚麼？', '关于什么？', 'What is it about?', 'É sobre quê?'),
  lane: words('通道與過關', '通道与过关', 'The lanes and crossing', 'Os canais e a passagem'),
  document: words('證件與簽注', '证件与签注', 'Documents and endorsements', 'Documentos e vistos'),
  stuck: words('網上辦理出了問題', '网上办理出了问题', 'Something here went wrong', 'Algo aqui correu mal'),
  complaint: words('意見或投訴', '意见或投诉', 'A remark or complaint', 'Uma sugestão ou queixa'),
  other: words('其他', '其他', 'Something else', 'Outro assunto'),
  question: words('您的問題', '您的问题', 'Your question', 'A sua pergunta'),
  questionHint: words(
    '請不要寫出證件號碼；需要時人員會再問。',
    '请不要写出证件号码；需要时人员会再问。',
    'Leave document numbers out; an officer asks if one is needed.',
    'Não escreva números de documentos; um agente pergunta se for preciso.',
  ),
  trace: words('追蹤編號', '追踪编号', 'Trace number', 'Número de rastreio'),
  traceHint: words(
    '在出錯畫面的最後一行',
    '在出错页面的最后一行',
    'On the last line of the page that failed',
    'Na última linha da página que falhou',
  ),
  reply: words('怎樣回覆您？', '怎样回复您？', 'How shall we answer?', 'Como devemos responder?'),
  here: words('在這裏', '在这里', 'Here', 'Aqui'),
  hereHint: words(
    '在「我的申請」查看；訪客登入只維持一小時',
    '在“我的申请”查看；访客登录只维持一小时',
    'Under “My requests”; a guest’s visit ends after an hour',
    'Em «Os meus pedidos»; a visita de convidado dura uma hora',
  ),
  email: words('電郵', '电子邮箱', 'E-mail', 'Correio eletrónico'),
  phone: words('電話', '电话', 'Phone', 'Telefone'),
  result: words('結果', '结果', 'Result', 'Resultado'),
  answered: words('已回覆', '已回复', 'Answered', 'Respondida'),
  nextAgain: words(
    '還有疑問？可再提問，或致電 12367（24 小時）。',
    '还有疑问？可再提问，或拨打 12367（24 小时）。',
    'Still unsure? Ask again, or call 12367, day and night.',
    'Ainda com dúvidas? Pergunte de novo, ou ligue 12367, dia e noite.',
  ),
};
