/** What the face engine says about one frame. Free of Node, so that pages may import the types. */
import type { Frame } from '../../kernel/index.ts';

export const FACE_GUIDANCE = [
  'no-face',
  'one-face-only',
  'closer',
  'further',
  'move-left',
  'move-right',
  'move-up',
  'move-down',
  'more-light',
  'less-light',
  'even-light',
  'look-straight',
  'uncover-face',
  'hold-still',
  'open-eyes',
  'close-mouth',
] as const;

/** What to tell the traveller; left and right are the traveller's own. */
export type FaceGuidance = (typeof FACE_GUIDANCE)[number];

/** Each 0 to 100, 100 best, after the components of ISO/IEC 29794-5 named beside them. */
export interface FaceQuality {
  /** Unified quality: the weakest components weigh most. */
  readonly overall: number;
  /** Inter-eye distance. */
  readonly size: number;
  /** Head pose, yaw angle: cos² of it. */
  readonly poseYaw: number;
  readonly posePitch: number;
  readonly poseRoll: number;
  readonly sharpness: number;
  /** Under-exposure and over-exposure prevention, luminance mean. */
  readonly illumination: number;
  /** Illumination uniformity: how alike the light of both halves of the face is. */
  readonly illuminationUniformity: number;
  readonly eyesOpen: number;
  readonly mouthClosed: number;
  /** Crop of the face image: all of the face within the frame, near its middle. */
  readonly centred: number;
  /** Face occlusion prevention, as far as the landmarks can tell. */
  readonly unoccluded: number;
}

/** Pixels of the frame. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Milliseconds of each step; 0 for a step that was not reached. */
export interface FaceTimes {
  readonly detect: number;
  readonly mesh: number;
  readonly describe: number;
}

export type FaceReading =
  | { readonly outcome: 'no-face'; readonly guidance: readonly ['no-face']; readonly ms: FaceTimes }
  | {
      readonly outcome: 'several-faces';
      readonly count: number;
      readonly guidance: readonly FaceGuidance[];
      readonly boxes: readonly FaceBox[];
      readonly ms: FaceTimes;
    }
  | {
      readonly outcome: 'poor';
      readonly quality: FaceQuality;
      readonly guidance: readonly FaceGuidance[];
      readonly box: FaceBox;
      readonly ms: FaceTimes;
    }
  | {
      readonly outcome: 'ok';
      readonly quality: FaceQuality;
      readonly box: FaceBox;
      /** sha256 of the model that described the face. */
      readonly model: string;
      /** Unit length, `model.dims` numbers. */
      readonly features: Float32Array;
      readonly ms: FaceTimes;
    };

/**
 * `enrol` and `probe` refuse what is too poor for a template, enrolment more strictly. `evaluate` is for measuring on
 * collections of pictures: the most prominent face is described however poor it is and whoever stands behind.
 */
export type FacePurpose = 'enrol' | 'probe' | 'evaluate';

export interface FaceModel {
  readonly name: string;
  /** Of the ONNX file; templates are bound to it. */
  readonly sha256: string;
  readonly dims: number;
}

export interface FaceEngine {
  readonly model: FaceModel;
  /** @throws RoomError IMAGE_UNREADABLE for a malformed frame, DEVICE_FAULT when the engine broke while reading */
  read(frame: Frame, purpose: FacePurpose): Promise<FaceReading>;
  close(): Promise<void>;
}
