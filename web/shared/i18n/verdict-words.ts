/** What each verdict of `/verify` is called, what it means, and what the holder may do instead. */
import type { CredentialCheck } from '../../../src/credentials/index.ts';
import { type Words, words } from './words.ts';

interface VerdictWords {
  readonly verb: Words;
  readonly means: Words;
  /** What the holder may do instead; none where all is well. */
  readonly instead?: Words;
}

const otherDocument = words(
  '可出示其他有效身分證件，到公安制證窗口辦理臨時身分證明，或致電 12367。',
  '可出示其他有效身份证件，到公安制证窗口办理临时身份证明，或致电 12367。',
  'The holder may show another valid document, get a temporary certificate at the police window, or call 12367.',
  'O titular pode mostrar outro documento válido, pedir um certificado temporário no balcão da polícia ou ligar 12367.',
);

export const verdictWords: Readonly<Record<CredentialCheck['verdict'], VerdictWords>> = {
  valid: {
    verb: words('有效', '有效', 'Valid', 'Válido'),
    means: words(
      '由簽發機關簽發，在有效期內。',
      '由签发机关签发，在有效期内。',
      'Signed by its issuer and in its time.',
      'Assinado pelo emissor e dentro do prazo.',
    ),
  },
  expired: {
    verb: words('已過期', '已过期', 'Expired', 'Caducado'),
    means: words(
      '確由簽發機關簽發，但有效期已過。',
      '确由签发机关签发，但有效期已过。',
      'It is genuine, but its time has passed.',
      'É autêntico, mas o prazo terminou.',
    ),
    instead: words(
      '持有人可在網上重新申請；每月有次數限制。也可出示其他有效身分證件。',
      '持有人可在网上重新申请；每月有次数限制。也可出示其他有效身份证件。',
      'The holder may apply anew online, within the monthly limit, or show another valid document.',
      'O titular pode pedir outro em linha, dentro do limite mensal, ou mostrar outro documento válido.',
    ),
  },
  'not-yet-valid': {
    verb: words('尚未生效', '尚未生效', 'Not valid yet', 'Ainda não válido'),
    means: words(
      '確由簽發機關簽發，但未到生效時間。',
      '确由签发机关签发，但未到生效时间。',
      'It is genuine, but its time has not begun.',
      'É autêntico, mas o prazo ainda não começou.',
    ),
    instead: words(
      '請核對這部裝置的時間；生效後再核驗。',
      '请核对这台设备的时间；生效后再核验。',
      'Check the clock of this device, and check the code again when its time has begun.',
      'Confirme o relógio deste dispositivo e verifique de novo quando o prazo começar.',
    ),
  },
  'outside-its-purpose': {
    verb: words('不適用於此用途', '不适用于此用途', 'Not for this purpose', 'Não serve para este fim'),
    means: words(
      '確由簽發機關簽發，但不可用於所選用途。',
      '确由签发机关签发，但不可用于所选用途。',
      'It is genuine, but may not be used for what you chose.',
      'É autêntico, mas não pode ser usado para o fim escolhido.',
    ),
    instead: otherDocument,
  },
  revoked: {
    verb: words('已撤銷', '已撤销', 'Withdrawn', 'Anulado'),
    means: words(
      '簽發機關已撤銷這份憑證。',
      '签发机关已撤销这份凭证。',
      'Its issuer has withdrawn it.',
      'O emissor anulou-o.',
    ),
    instead: otherDocument,
  },
  'not-genuine': {
    verb: words('不是真的', '不是真的', 'Not genuine', 'Não é autêntico'),
    means: words(
      '簽章不符：內容被改動過，或並非由簽發機關簽發。',
      '签章不符：内容被改动过，或并非由签发机关签发。',
      'The signature does not hold: it was changed, or its issuer never signed it.',
      'A assinatura não confere: foi alterado ou o emissor nunca o assinou.',
    ),
    instead: otherDocument,
  },
  'unknown-key': {
    verb: words('簽發者不明', '签发者不明', 'Issuer not known', 'Emissor desconhecido'),
    means: words(
      '清單中沒有簽署這個二維碼的金鑰，因此不能核驗。',
      '清单中没有签署这个二维码的密钥，因此不能核验。',
      'The list does not hold the key that signed it, so it cannot be checked.',
      'A lista não contém a chave que o assinou; não é possível verificá-lo.',
    ),
    instead: words(
      '請連線更新金鑰清單後再試；仍然不明，便當作不是真的。',
      '请联网更新密钥清单后再试；仍然不明，便当作不是真的。',
      'Connect, update the key list and try again; if it is still not known, take it for not genuine.',
      'Ligue-se, atualize a lista de chaves e tente de novo; se continuar desconhecido, considere-o não autêntico.',
    ),
  },
  malformed: {
    verb: words('不是我們的碼', '不是我们的码', 'Not one of our codes', 'Não é um código nosso'),
    means: words(
      '這不是本平台的二維碼，或文字不完整。',
      '这不是本平台的二维码，或文字不完整。',
      'It is no code of this platform, or a part of the text is missing.',
      'Não é um código desta plataforma ou falta parte do texto.',
    ),
    instead: words(
      '請再掃描一次，或貼上完整的文字。舊的紙本證明請到人工櫃位核對。',
      '请再扫描一次，或粘贴完整的文字。旧的纸质证明请到人工柜台核对。',
      'Scan it again, or paste the whole text. Older paper certificates are checked at the counter.',
      'Leia-o de novo ou cole o texto inteiro. Os certificados antigos em papel conferem-se no balcão.',
    ),
  },
};
