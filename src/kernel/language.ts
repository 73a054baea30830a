/** The four languages of the house. */
export const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];
/** One text in every language; a missing one does not compile. */
export type Texts = Readonly<Record<Language, string>>;
