/** Documents that one may pass the real-name check with (H-10, H-15), the most used first. */
export const REAL_NAME_DOCUMENTS = [
  'HRP',
  'HRP_NC',
  'MTP_TW_5Y',
  'RP_HKMOTW',
  'EEP',
  'EEP_OFFICIAL',
  'PP_CN',
  'PP_FOREIGN',
  'FPR',
] as const;
export type RealNameDocument = (typeof REAL_NAME_DOCUMENTS)[number];
