import type { Device } from '../device.ts';

/** The lamp over a lane. Never colour alone: each has its own shape on pages and its own sound cue. */
export type Light = 'off' | 'ready' | 'wait' | 'go' | 'stop' | 'officer';
export type SoundCue = 'none' | 'chime' | 'attention' | 'alarm';

export interface SignalState {
  readonly light: Light;
  readonly sound: SoundCue;
}

export interface Signal extends Device<never> {
  /** Sets the lamp and plays the cue once. Rejects with `DEVICE_FAULT`. */
  set(state: SignalState): Promise<void>;
  light(): Light;
}
