/** Texts of the outbox of a demonstration. */
import { words } from './words.ts';

export const outboxWords = {
  pageTitle: words('口岸 · 寄件匣', '口岸 · 发件箱', 'Kouan · outbox', 'Kouan · caixa de saída'),
  title: words('寄件匣', '发件箱', 'Outbox', 'Caixa de saída'),
  intro: words(
    '示範環境不會真正發出訊息。短訊、電郵和通知都放在這裏，驗證碼亦可在此讀取。',
    '演示环境不会真正发出消息。短信、邮件和通知都放在这里，验证码也可在此读取。',
    'This demonstration sends nothing out. Text messages, e-mails and notices are kept here; codes can be read here too.',
    'Esta demonstração não envia nada. As mensagens, os e-mails e os avisos ficam aqui; os códigos também se leem aqui.',
  ),
  empty: words('暫時沒有訊息', '暂时没有消息', 'No messages yet', 'Ainda sem mensagens'),
  emptyHint: words(
    '要求驗證碼或遞交申請後，訊息會在數秒內出現。',
    '请求验证码或提交申请后，消息会在数秒内出现。',
    'Ask for a code or send a request; the message appears within seconds.',
    'Peça um código ou envie um pedido; a mensagem aparece em segundos.',
  ),
  closed: words('這裏沒有寄件匣', '这里没有发件箱', 'There is no outbox here', 'Não há caixa de saída aqui'),
  closedHint: words(
    '正式環境的訊息只發送給本人。',
    '正式环境的消息只发送给本人。',
    'In service, messages go to their recipient alone.',
    'Em serviço, as mensagens vão apenas para o destinatário.',
  ),
};

export const channelWords = {
  sms: words('短訊', '短信', 'Text message', 'SMS'),
  email: words('電郵', '邮件', 'E-mail', 'E-mail'),
  push: words('瀏覽器通知', '浏览器通知', 'Browser notice', 'Aviso no navegador'),
  portal: words(
    '沒有聯絡方法的帳戶',
    '没有联系方式的账户',
    'Account without an address',
    'Conta sem contacto',
  ),
};
