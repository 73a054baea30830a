/** A shard's side of the protocol: commands carried out on the gallery of one thread. */
import { isRoomError, seededRandom } from '../../kernel/index.ts';
import { createGallery, type GalleryCore } from './gallery.ts';
import type {
  ShardAnswer,
  ShardCommand,
  ShardReply,
  ShardRequest,
  ShardSettings,
} from './gallery-protocol.ts';

type Partial = Omit<ShardAnswer, 'people' | 'templates'>;
const NOTHING: Partial = {
  found: false,
  gone: [],
  candidates: [],
  impostors: { comparisons: 0, falseMatches: 0 },
};

function enrolAll(gallery: GalleryCore, command: ShardCommand & { kind: 'enrol' }, dims: number): Partial {
  try {
    command.ids.forEach((id, i) => {
      gallery.enrol(id, command.templates.slice(i * dims, (i + 1) * dims), command.groups[i]);
    });
  } finally {
    command.templates.fill(0);
  }
  return NOTHING;
}

/** Runs a call on a probe, which is overwritten whatever happens. */
function withProbe<Result>(probe: Int8Array, call: (probe: Int8Array) => Result): Result {
  try {
    return call(probe);
  } finally {
    probe.fill(0);
  }
}

function carryOut(gallery: GalleryCore, command: ShardCommand, dims: number): Partial {
  switch (command.kind) {
    case 'enrol':
      return enrolAll(gallery, command, dims);
    case 'revoke':
      return { ...NOTHING, found: gallery.revoke(command.id) };
    case 'search': {
      const options = command.groups ? { groups: command.groups } : {};
      return withProbe(command.probe, (probe) => ({
        ...NOTHING,
        candidates: gallery.candidates(probe, options),
      }));
    }
    case 'count-false-matches': {
      const { exceptId, comparisons } = command;
      const count = (probe: Int8Array) => gallery.countFalseMatches(probe, exceptId, comparisons);
      return withProbe(command.probe, (probe) => ({ ...NOTHING, impostors: count(probe) }));
    }
    case 'begin-renewal':
      gallery.beginRenewal();
      return NOTHING;
    case 'end-renewal':
      return { ...NOTHING, gone: gallery.endRenewal() };
    case 'close':
      gallery.close();
      return NOTHING;
  }
}

/** Opens the shard; the function that it gives answers one request after another. */
export function openShard(settings: ShardSettings): (request: ShardRequest) => ShardReply {
  const gallery = createGallery({ ...settings, random: seededRandom(settings.seed) });
  return ({ seq, command }) => {
    try {
      const partial = carryOut(gallery, command, settings.dims);
      return { seq, answer: { ...partial, people: gallery.size(), templates: gallery.templates() } };
    } catch (error) {
      // Only what is ours goes out as it is: an unexpected message could carry data.
      if (isRoomError(error)) return { seq, error: { code: error.code, message: error.message } };
      return { seq, error: { code: 'INTERNAL', message: 'A gallery worker met an unexpected fault.' } };
    }
  };
}
