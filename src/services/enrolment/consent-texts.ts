/**
 * What a person agrees to, one text for each modality, versioned: a consent row stores the version, so that it can always be
 * shown what was agreed to (C-01, C-02, C-08). A changed word is a new version beside the old one.
 */
import type { Texts } from '../../kernel/index.ts';

export type Modality = 'face' | 'fingerprint';

export interface ConsentWords {
  readonly modality: Modality;
  readonly version: string;
  readonly title: Texts;
  readonly body: Texts;
}

const face: ConsentWords = {
  modality: 'face',
  version: 'face/2025-11-05',
  title: {
    'zh-Hant': '人臉資料',
    'zh-Hans': '人脸信息',
    en: 'Your face',
    pt: 'O seu rosto',
  },
  body: {
    'zh-Hant':
      '我同意採集並核驗我的人臉，只用於出入境邊防檢查。相片會即時轉換為加密的特徵資料，轉換後立即刪除。我可以隨時撤回同意，撤回後特徵資料會被清除；我也可以改用刷證通道或人工櫃位。',
    'zh-Hans':
      '我同意采集并核验我的人脸，仅用于出入境边防检查。照片会当场转换为加密的特征数据，转换后立即删除。我可以随时撤回同意，撤回后特征数据会被清除；我也可以改走刷证通道或人工柜台。',
    en: 'I agree that my face is captured and compared, for border inspection only. Pictures are turned into an encrypted template at once and then deleted. I may withdraw at any time, and the template is then erased. I may use the card lane or a counter instead.',
    pt: 'Aceito que o meu rosto seja captado e comparado, apenas para o controlo fronteiriço. As imagens são logo convertidas num modelo cifrado e eliminadas. Posso retirar o consentimento a qualquer momento, e o modelo é então apagado. Posso usar antes o canal com cartão ou um balcão.',
  },
};

const fingerprint: ConsentWords = {
  modality: 'fingerprint',
  version: 'fingerprint/2025-11-05',
  title: {
    'zh-Hant': '指紋資料',
    'zh-Hans': '指纹信息',
    en: 'Your fingerprint',
    pt: 'A sua impressão digital',
  },
  body: {
    'zh-Hant':
      '我同意採集並核驗我的指紋，只用於出入境邊防檢查。指紋圖像會即時轉換為加密的特徵資料，轉換後立即刪除。我可以隨時撤回同意，撤回後特徵資料會被清除；我也可以改用刷證通道或人工櫃位。',
    'zh-Hans':
      '我同意采集并核验我的指纹，仅用于出入境边防检查。指纹图像会当场转换为加密的特征数据，转换后立即删除。我可以随时撤回同意，撤回后特征数据会被清除；我也可以改走刷证通道或人工柜台。',
    en: 'I agree that my fingerprint is captured and compared, for border inspection only. The image is turned into an encrypted template at once and then deleted. I may withdraw at any time, and the template is then erased. I may use the card lane or a counter instead.',
    pt: 'Aceito que a minha impressão digital seja captada e comparada, apenas para o controlo fronteiriço. A imagem é logo convertida num modelo cifrado e eliminada. Posso retirar o consentimento a qualquer momento, e o modelo é então apagado. Posso usar antes o canal com cartão ou um balcão.',
  },
};

export const CONSENT_TEXTS: Readonly<Record<Modality, ConsentWords>> = { face, fingerprint };
