/** Templates: their stored form, what it is sealed to, and the way to the search form. Pure; runs in a browser. */
export type { TemplateBinding } from './aad.ts';
export { templateAad } from './aad.ts';
export { decodeTemplate, encodeTemplate } from './envelope.ts';
export type { WorkingFace } from './face-form.ts';
export { storedFace, workingFace } from './face-form.ts';
export { searchForm } from './search-form.ts';
export type { FingerPosition, StoredFace, StoredFinger, StoredTemplate } from './stored.ts';
