/** `records.templates`: sealed biometric templates, each on a consent of its person and modality. */
import type { Id, Instant, TravellerId } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import { MODALITIES, type Modality } from '../modality.ts';
import type { Store } from '../store.ts';
import { eraseTemplates } from './erase.ts';
import { loadTemplates, templatesOf } from './load.ts';
import { storeTemplate } from './store-template.ts';

export type TemplateId = Id<'template'>;

/** Where a template comes from (C-07). */
export type TemplateSource = 'ISSUANCE' | 'PORT_POINT' | 'FAST_LANE' | 'FILE' | 'SYNTHETIC';

export interface NewTemplate {
  readonly traveller: string;
  readonly modality: Modality;
  /** As `front`, `right-index`. */
  readonly position: string;
  /** Name and version of what made it; templates of different models are never compared. */
  readonly model: string;
  readonly source: TemplateSource;
  readonly bytes: Uint8Array;
  readonly capturedAt?: Instant;
}

export interface StoredTemplate {
  readonly id: TemplateId;
  readonly traveller: TravellerId;
  readonly modality: Modality;
  readonly position: string;
  readonly model: string;
  readonly source: TemplateSource;
  readonly capturedAt: Instant;
  /** The caller's own copy: overwrite it with `fill(0)` after use. */
  readonly bytes: Uint8Array;
}

export interface TamperedTemplate {
  readonly id: string;
  readonly traveller: string;
}

export interface LoadOptions {
  readonly modality: Modality;
  readonly model?: string;
  /** Only these people, as those expected at a port; everybody when absent. */
  readonly travellers?: readonly string[];
  /** Called for each template that does not open, which is then left out; without it the walk ends with TEMPLATE_TAMPERED. */
  readonly onTampered?: (template: TamperedTemplate) => void;
}

export interface Templates {
  /** One for each person, modality, position and model: a later one replaces it. Throws CONSENT_MISSING, NOT_FOUND. */
  store(template: NewTemplate, by: Access): Promise<TemplateId>;
  /** Every template of a modality, for the gallery; the walk and each refused template are audited. */
  loadAll(options: LoadOptions, by: Access): AsyncIterableIterator<StoredTemplate>;
  /** Throws TEMPLATE_TAMPERED. */
  of(traveller: string, modality?: Modality): Promise<StoredTemplate[]>;
  /** Destroys the keys of the person's biometrics and every template; crossings stay (F-01, R18). Returns how many there were. */
  erase(traveller: string, by: Access): Promise<number>;
}

export function openTemplates(store: Store): Templates {
  return {
    store: (template, by) => storeTemplate(store, template, by),
    loadAll: (options, by) => loadTemplates(store, options, by),
    of: (traveller, modality) => templatesOf(store, traveller, modality),
    async erase(traveller, by) {
      const leaf = await store.audit.leafOf({ action: 'biometrics-erased', ...by, traveller });
      return store.database.quick.transaction().execute(async (tx) => {
        const count = await eraseTemplates(tx, traveller, MODALITIES);
        await appendLeaves(tx, [leaf]);
        return count;
      });
    },
  };
}
