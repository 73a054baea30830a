/** What the governor says to the operator of a port. */
import type { Texts } from '../../kernel/index.ts';

export type GovernorCode =
  | 'accuracy-unproven'
  | 'accuracy-near'
  | 'accuracy-exceeded'
  | 'calibrated-size-near'
  | 'calibrated-size-reached'
  | 'filing-size-near'
  | 'filing-size-reached';

export interface GovernorFigures {
  readonly people: number;
  readonly templates: number;
  readonly comparisons: number;
  readonly galleryMax: number;
  readonly filingPeople: number;
  readonly fpirPercent: number;
  readonly promisedPercent: number;
}

export const GOVERNOR_TEXTS: Readonly<Record<GovernorCode, (figures: GovernorFigures) => Texts>> = {
  'accuracy-unproven': ({ comparisons, promisedPercent }) => ({
    'zh-Hant': `至今與他人比對 ${comparisons} 次，尚不足以證明誤認率不超過承諾的 ${promisedPercent}%。請繼續累積。`,
    'zh-Hans': `至今与他人比对 ${comparisons} 次，尚不足以证明误认率不超过承诺的 ${promisedPercent}%。请继续累积。`,
    en: `${comparisons} comparisons with other people so far are too few to show that at most ${promisedPercent} % of strangers are taken for somebody. Keep collecting.`,
    pt: `As ${comparisons} comparações com outras pessoas feitas até agora não bastam para mostrar que no máximo ${promisedPercent} % dos desconhecidos são tomados por alguém. Continue a recolher.`,
  }),
  'accuracy-near': ({ templates, fpirPercent, promisedPercent }) => ({
    'zh-Hant': `圖庫現有 ${templates} 個模板，估計誤認率約 ${fpirPercent}%，正接近承諾的 ${promisedPercent}%。請縮小圖庫或重新校準。`,
    'zh-Hans': `图库现有 ${templates} 个模板，估计误认率约 ${fpirPercent}%，正接近承诺的 ${promisedPercent}%。请缩小图库或重新校准。`,
    en: `With ${templates} templates, about ${fpirPercent} % of strangers would be taken for somebody; ${promisedPercent} % was promised and is near. Make the gallery smaller or calibrate again.`,
    pt: `Com ${templates} modelos, cerca de ${fpirPercent} % dos desconhecidos seriam tomados por alguém; o prometido é ${promisedPercent} % e está próximo. Reduza a galeria ou calibre de novo.`,
  }),
  'accuracy-exceeded': ({ templates, fpirPercent, promisedPercent }) => ({
    'zh-Hant': `圖庫現有 ${templates} 個模板，估計誤認率約 ${fpirPercent}%，已超過承諾的 ${promisedPercent}%。請將旅客轉交人員查驗，直至重新校準。`,
    'zh-Hans': `图库现有 ${templates} 个模板，估计误认率约 ${fpirPercent}%，已超过承诺的 ${promisedPercent}%。请将旅客转交人员查验，直至重新校准。`,
    en: `With ${templates} templates, about ${fpirPercent} % of strangers are taken for somebody, more than the ${promisedPercent} % promised. Refer travellers to officers until the thresholds are calibrated again.`,
    pt: `Com ${templates} modelos, cerca de ${fpirPercent} % dos desconhecidos são tomados por alguém, mais do que os ${promisedPercent} % prometidos. Encaminhe os viajantes para agentes até nova calibração.`,
  }),
  'calibrated-size-near': ({ templates, galleryMax }) => ({
    'zh-Hant': `圖庫現有 ${templates} 個模板；閾值僅對不超過 ${galleryMax} 個有效。請及早為更大的圖庫校準。`,
    'zh-Hans': `图库现有 ${templates} 个模板；阈值仅对不超过 ${galleryMax} 个有效。请及早为更大的图库校准。`,
    en: `The gallery holds ${templates} templates; its thresholds hold up to ${galleryMax}. Calibrate for a larger one in time.`,
    pt: `A galeria tem ${templates} modelos; os limiares valem até ${galleryMax}. Calibre a tempo para uma galeria maior.`,
  }),
  'calibrated-size-reached': ({ templates, galleryMax }) => ({
    'zh-Hant': `圖庫現有 ${templates} 個模板，已達閾值有效的上限 ${galleryMax}。不能再加入。`,
    'zh-Hans': `图库现有 ${templates} 个模板，已达阈值有效的上限 ${galleryMax}。不能再加入。`,
    en: `The gallery holds ${templates} templates and its thresholds hold up to ${galleryMax}. Nobody more can be enrolled.`,
    pt: `A galeria tem ${templates} modelos e os limiares valem até ${galleryMax}. Não se pode inscrever mais ninguém.`,
  }),
  'filing-size-near': ({ people, filingPeople }) => ({
    'zh-Hant': `現存 ${people} 人的人臉資料，正接近 ${filingPeople} 人；達到後須於三十個工作日內向網信部門備案。`,
    'zh-Hans': `现存 ${people} 人的人脸信息，正接近 ${filingPeople} 人；达到后须在三十个工作日内向网信部门备案。`,
    en: `The faces of ${people} people are stored. At ${filingPeople} a filing with the cyberspace administration is due within thirty working days.`,
    pt: `Estão guardados os rostos de ${people} pessoas. Ao atingir ${filingPeople}, é devido um registo junto da administração do ciberespaço em trinta dias úteis.`,
  }),
  'filing-size-reached': ({ people, filingPeople }) => ({
    'zh-Hant': `現存 ${people} 人的人臉資料，已達 ${filingPeople} 人；自達到之日起三十個工作日內須向網信部門備案。`,
    'zh-Hans': `现存 ${people} 人的人脸信息，已达 ${filingPeople} 人；自达到之日起三十个工作日内须向网信部门备案。`,
    en: `The faces of ${people} people are stored, which reaches ${filingPeople}. File with the cyberspace administration within thirty working days of that day.`,
    pt: `Estão guardados os rostos de ${people} pessoas, atingindo ${filingPeople}. Faça o registo junto da administração do ciberespaço em trinta dias úteis a contar desse dia.`,
  }),
};
