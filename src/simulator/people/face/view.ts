/** How a face is seen: everything that changes from one picture to the next. */
export interface FaceView {
  /** Radians; positive turns the face to the viewer's right. */
  readonly yaw: number;
  /** Radians; positive looks down. */
  readonly pitch: number;
  /** Radians; positive tilts to the viewer's left. */
  readonly roll: number;
  /** 0 closed to 1 wide open. */
  readonly mouthOpen: number;
  /** 0 neutral to 1. */
  readonly smile: number;
  /** 0 closed to 1 open. */
  readonly eyesOpen: number;
  /** Where the key light stands, any length: right, up, toward the camera. */
  readonly light: readonly [number, number, number];
  /** Strength of the key light; the ambient light fills the rest. */
  readonly key: number;
  /** Exposure; 1 is well exposed. */
  readonly gain: number;
  /** Camera distance in head units (about 10.6 cm each). */
  readonly distance: number;
  /** Size on the picture; 1 fills it with head and shoulders. */
  readonly scale: number;
  /** Standard deviation of the sensor's noise, 8-bit levels. */
  readonly noise: number;
  readonly noiseSeed: number;
}

export const FRONTAL: FaceView = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  mouthOpen: 0,
  smile: 0.15,
  eyesOpen: 1,
  light: [0.35, 0.55, 0.8],
  key: 0.7,
  gain: 1,
  distance: 9,
  scale: 1,
  noise: 1.2,
  noiseSeed: 1,
};
