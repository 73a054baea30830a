/** What is kept of a finger: its minutiae, and the coarse flow of its ridges. No picture can be made from it. */

export type MinutiaType = 'ending' | 'bifurcation';

export interface Minutia {
  /** Pixels from the left and from the top at the template's resolution. */
  readonly x: number;
  readonly y: number;
  /**
   * Radians in [0, 2π), from the x axis (right) towards the y axis (down), pointing along the ridge that ends there
   * (ending) or along the valley that ends there (bifurcation), as ISO/IEC 19794-2 clause 6.4 has it but for its
   * sense of rotation.
   */
  readonly direction: number;
  readonly type: MinutiaType;
  /** 1 (worst) to 100 (best); 0 when the maker of the template did not say. */
  readonly quality: number;
}

/** Ridge orientation on a coarse grid: what tells two places apart where minutiae alone would not. */
export interface FlowField {
  readonly columns: number;
  readonly rows: number;
  /** Distance of the grid's points in pixels at 500 dpi; the first point lies half a step from the corner. */
  readonly stepPx: number;
  /** For each point: 0 where there is no finger, else 1 + orientation in steps of π / 255. */
  readonly orientation: Uint8Array;
}

export interface FingerTemplate {
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels an inch of all coordinates. */
  readonly dpi: number;
  readonly minutiae: readonly Minutia[];
  /** Absent in templates of other makers. */
  readonly flow?: FlowField;
}
