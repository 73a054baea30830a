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

/** Each 0 to 100, 100 best; named after the quality components of ISO/IEC 29794-5:2025, as far as they are measured. */
export interface FaceQuality {
  /** The standard's unified quality score in spirit, not its network: the weakest components weigh most. */
  readonly overall: number;
  readonly interEyeDistance: number;
  /** cos² of the angle, as the standard takes it; the same for pitch and roll. */
  readonly headPoseYaw: number;
  readonly headPosePitch: number;
  readonly headPoseRoll: number;
  readonly sharpness: number;
  readonly underExposurePrevention: number;
  readonly overExposurePrevention: number;
  /** How alike the light of both halves of the face is. */
  readonly illuminationUniformity: number;
  readonly eyesOpen: number;
  readonly mouthClosed: number;
  /** The least of the standard's leftward and rightward crop and its margins: all of the face within the frame. */
  readonly cropOfFace: number;
  /** As far as landmarks and detector can tell. */
  readonly faceOcclusionPrevention: number;
  /** How much smaller the next largest face is: 100 with nobody else, 50 with one half as wide. */
  readonly singleFacePresent: number;
}

/** How the head is held, for challenges: what a turn of the head or a blink changes. */
export interface FaceAttitude {
  /** Degrees; positive towards the traveller's own left. */
  readonly yawDeg: number;
  /** Degrees; positive looks down. */
  readonly pitchDeg: number;
  /** Share of the iris that shows, 0 closed to 100 wide open, as the quality component of that name. */
  readonly eyesOpen: number;
}

/** Pixels of the frame. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the face's parts were seen, x and y in pixels of the frame; right and left are the person's own. */
export interface FacePoints {
  readonly rightEye: readonly [number, number];
  readonly leftEye: readonly [number, number];
  readonly noseTip: readonly [number, number];
  readonly mouthRight: readonly [number, number];
  readonly mouthLeft: readonly [number, number];
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
      readonly attitude: FaceAttitude;
      readonly guidance: readonly FaceGuidance[];
      readonly box: FaceBox;
      readonly points: FacePoints;
      readonly ms: FaceTimes;
    }
  | {
      readonly outcome: 'ok';
      readonly quality: FaceQuality;
      readonly attitude: FaceAttitude;
      readonly box: FaceBox;
      readonly points: FacePoints;
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
