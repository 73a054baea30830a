/** What a sealed template is bound to: it opens for this person, purpose, modality and model, or not at all. */
import { canonicalJson, fieldInvalid } from '../../kernel/index.ts';

export interface TemplateBinding {
  readonly person: string;
  readonly purpose: string;
  readonly modality: string;
  /** The model's sha256, or the extractor's name and version. */
  readonly model: string;
}

/** The associated data for AES-256-GCM (NIST SP 800-38D): canonical JSON of the four fields, UTF-8. */
export function templateAad({ person, purpose, modality, model }: TemplateBinding): Uint8Array {
  const binding = { person, purpose, modality, model };
  for (const [field, value] of Object.entries(binding)) {
    // An empty field would bind to nothing, which nobody would notice.
    if (typeof value !== 'string' || value === '')
      throw fieldInvalid(field, value, 'a text that is not empty');
  }
  return new TextEncoder().encode(canonicalJson(binding));
}
