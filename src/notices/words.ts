/** What notices say. A service's title, a reference and a link; never a name or a number of a document. */
import type { Texts } from '../kernel/index.ts';
import type { NoticeKind } from './notice.ts';

const words = (hant: string, hans: string, en: string, pt: string): Texts => ({
  'zh-Hant': hant,
  'zh-Hans': hans,
  en,
  pt,
});

export const SUBJECTS: Readonly<Record<NoticeKind, Texts>> = {
  'case-received': words('已收到申請', '已收到申请', 'Request received', 'Pedido recebido'),
  'case-granted': words('申請已獲批准', '申请已获批准', 'Request granted', 'Pedido deferido'),
  'case-refused': words('申請未獲批准', '申请未获批准', 'Request not granted', 'Pedido indeferido'),
  'case-returned': words(
    '申請需要補充資料',
    '申请需要补充材料',
    'Your request needs something more',
    'O seu pedido precisa de mais elementos',
  ),
  'case-ends-soon': words('即將到期', '即将到期', 'It ends soon', 'Termina em breve'),
};

export const BODIES: Readonly<Record<NoticeKind, Texts>> = {
  'case-received': words(
    '我們已收到你的「{title}」申請，正由人員處理。',
    '我们已收到您的“{title}”申请，正由工作人员处理。',
    'We have your request “{title}”. An officer is looking at it.',
    'Recebemos o seu pedido «{title}». Um agente está a analisá-lo.',
  ),
  'case-granted': words(
    '你的「{title}」申請已獲批准。請打開連結查看結果。',
    '您的“{title}”申请已获批准。请打开链接查看结果。',
    'Your request “{title}” was granted. Open the link to see the result.',
    'O seu pedido «{title}» foi deferido. Abra a ligação para ver o resultado.',
  ),
  'case-refused': words(
    '你的「{title}」申請未獲批准。原因、其他辦法及申訴途徑見連結。',
    '您的“{title}”申请未获批准。原因、其他办法及申诉途径见链接。',
    'Your request “{title}” was not granted. The link says why, what else you can do, and how to object.',
    'O seu pedido «{title}» foi indeferido. A ligação diz porquê, que alternativas há e como reclamar.',
  ),
  'case-returned': words(
    '你的「{title}」申請需要補充資料。已填寫的內容均已保留，請打開連結繼續。',
    '您的“{title}”申请需要补充材料。已填写的内容均已保留，请打开链接继续。',
    'Your request “{title}” needs something more. What you filled in is kept; open the link to go on.',
    'O seu pedido «{title}» precisa de mais elementos. O que preencheu está guardado; abra a ligação para continuar.',
  ),
  'case-ends-soon': words(
    '你的「{title}」快到期。確切時間見連結。',
    '您的“{title}”快到期。确切时间见链接。',
    'Your “{title}” ends soon. The link shows the exact time.',
    'O seu «{title}» termina em breve. A ligação mostra a hora exata.',
  ),
};

export const REFERENCE: Texts = words('編號', '编号', 'Reference', 'Referência');
export const SENDER: Texts = words('口岸', '口岸', 'Kouan', 'Kouan');
/** Whoever fishes for passwords writes such messages too. */
export const CAUTION: Texts = words(
  '我們不會以訊息索取密碼、驗證碼或付款。',
  '我们不会通过消息索取密码、验证码或付款。',
  'We never ask for a password, a code or a payment by message.',
  'Nunca pedimos palavra-passe, código ou pagamento por mensagem.',
);
