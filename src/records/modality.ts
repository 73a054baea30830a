/** What a consent is given for and a template is made of. */
export const MODALITIES = ['face', 'fingerprint'] as const;
export type Modality = (typeof MODALITIES)[number];

/** The one purpose that biometrics are kept for; any other use has no consent to rest on (C-02). */
export const PURPOSE = 'border-inspection';
