import type { Frame, Instant, Millis } from '../../kernel/index.ts';
import type { Device, Unsubscribe } from '../device.ts';

/** What a camera looks at: the picture at an instant; null when there is nothing worth a picture. */
export type FrameSource = (at: Instant) => Frame | null;

/** The camera works but has nothing to show; a sign of life where a frame would be. */
export interface SceneEmpty {
  readonly kind: 'scene-empty';
  readonly at: Instant;
}
export type CameraEvent = SceneEmpty;

export interface Camera extends Device<CameraEvent> {
  /** Frames at most once in `every`, each with its `at`, until unsubscribed, closed or failed. */
  frames(listener: (frame: Frame) => void, every: Millis): Unsubscribe;
}
