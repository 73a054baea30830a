/**
 * What a person agrees to before the real-person check: a purpose of its own, apart from the lanes' (C-02). A changed word
 * is a new version.
 */
import type { Texts } from '../../kernel/index.ts';

export const PERSON_PURPOSE = 'real-person-check';

export const PERSON_CONSENT: { readonly version: string; readonly title: Texts; readonly body: Texts } = {
  version: 'real-person/2025-11-05',
  title: {
    'zh-Hant': '實人核對',
    'zh-Hans': '实人核对',
    en: 'Checking that it is you',
    pt: 'Confirmar que é você',
  },
  body: {
    'zh-Hant':
      '我同意現在拍攝我的人臉，與發證機關存檔的證件相片比對一次，只用於確認本次網上辦理的是我本人。影像與特徵資料比對後立即刪除，不會保存，亦不會用於免出示證件通道或其他用途。我可以不同意，改到人工櫃位辦理。',
    'zh-Hans':
      '我同意现在拍摄我的人脸，与发证机关存档的证件照片比对一次，仅用于确认本次网上办理的是我本人。影像与特征数据比对后立即删除，不会保存，也不会用于免出示证件通道或其他用途。我可以不同意，改到人工柜台办理。',
    en: 'I agree that my face is captured now and compared once with the portrait on file at the issuing authority, only to confirm that it is I who act online this time. Pictures and features are deleted right after the comparison; they are not stored and not used for the document-free lane or anything else. I may decline and use a counter instead.',
    pt: 'Concordo que o meu rosto seja captado agora e comparado uma vez com o retrato arquivado pela autoridade emissora, apenas para confirmar que sou eu quem trata deste assunto em linha. As imagens e as características são apagadas logo após a comparação; não são guardadas nem usadas no canal sem documentos ou para outro fim. Posso recusar e usar o balcão.',
  },
};
