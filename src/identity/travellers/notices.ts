/** What a holder is told of at once, by every contact confirmed: changes that an intruder would make. */
import type { Texts } from '../../kernel/index.ts';
import type { TravellerDesk } from './desk.ts';

type NoticeDesk = Pick<TravellerDesk, 'store' | 'messages'>;

const text = (hant: string, hans: string, en: string, pt: string): Texts => ({
  'zh-Hant': hant,
  'zh-Hans': hans,
  en,
  pt,
});

export const NOTICES = {
  deviceAdded: text(
    '口岸：你的帳戶新增了一個裝置。如非本人操作，請登入後移除，或致電 12367。',
    '口岸：您的账户新增了一个设备。如非本人操作，请登录后移除，或致电 12367。',
    'Kouan: a device was added to your account. If it was not you, sign in and remove it, or call 12367.',
    'Kouan: foi adicionado um aparelho à sua conta. Se não foi você, entre e remova-o, ou ligue 12367.',
  ),
  recoveryIssued: text(
    '口岸：櫃位已為你的帳戶發出恢復連結，15 分鐘內有效。如你不在櫃位，請即致電 12367。',
    '口岸：柜台已为您的账户发出恢复链接，15 分钟内有效。如您不在柜台，请立即致电 12367。',
    'Kouan: a counter issued a recovery link for your account, valid for 15 minutes. If you are not there, call 12367 now.',
    'Kouan: um balcão emitiu uma ligação de recuperação da sua conta, válida 15 minutos. Se não está lá, ligue já 12367.',
  ),
  recovered: text(
    '口岸：你的帳戶已恢復，舊裝置均已登出並移除。如非本人操作，請即致電 12367。',
    '口岸：您的账户已恢复，旧设备均已退出并移除。如非本人操作，请立即致电 12367。',
    'Kouan: your account was recovered; its old devices were signed out and removed. If it was not you, call 12367 now.',
    'Kouan: a sua conta foi recuperada; os aparelhos antigos foram removidos. Se não foi você, ligue já 12367.',
  ),
  otherAccount: text(
    '口岸：另一個帳戶以你的證件資料通過了實名核對。如非本人操作，請致電 12367。',
    '口岸：另一个账户以您的证件资料通过了实名核对。如非本人操作，请致电 12367。',
    'Kouan: another account passed the real-name check with your document. If it was not you, call 12367.',
    'Kouan: outra conta passou a verificação de nome com o seu documento. Se não foi você, ligue 12367.',
  ),
  code: text(
    '口岸：驗證碼 {code}，10 分鐘內有效。切勿告訴任何人，職員不會向你索取。',
    '口岸：验证码 {code}，10 分钟内有效。切勿告诉任何人，工作人员不会向您索取。',
    'Kouan: your code is {code}, valid for 10 minutes. Tell nobody; no officer will ask for it.',
    'Kouan: o seu código é {code}, válido 10 minutos. Não o diga a ninguém; nenhum agente o pedirá.',
  ),
} satisfies Record<string, Texts>;

/** A notice that cannot be handed over stops nothing: the change it tells of has happened. */
export async function tellHolder(desk: NoticeDesk, account: string, notice: Texts): Promise<void> {
  const [known, { mobile, email }] = await Promise.all([
    desk.store.account(account),
    desk.store.contacts(account),
  ]);
  if (!known) return;
  const message = notice[known.language];
  const sent = [
    mobile && desk.messages.send({ channel: 'sms', to: mobile, text: message }),
    email && desk.messages.send({ channel: 'email', to: email, text: message }),
  ];
  await Promise.allSettled(sent);
}

/** Somebody who found a document can pass as its holder; the holder's own accounts hear of it. */
export async function tellOtherAccounts(desk: NoticeDesk, traveller: string, except: string): Promise<void> {
  for (const { id } of await desk.store.accountsOf(traveller)) {
    if (id !== except) await tellHolder(desk, id, NOTICES.otherAccount);
  }
}
