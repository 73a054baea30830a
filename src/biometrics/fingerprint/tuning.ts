/**
 * Every number of this room that could have been another. Pixels are pixels at 500 dpi (1 px = 50.8 µm).
 * "measured" means: chosen on FVC2002 set B by folds over fingers, not on single pictures.
 */
export const EXTRACTION = {
  /** Resolution at which all steps work, pixels an inch (ISO/IEC 19794-4, class 31). */
  workingDpi: 500,
  /** A stated resolution outside this range is taken for a nonsense entry of the file, pixels an inch. */
  sensorDpiMin: 190,
  sensorDpiMax: 1300,
  /** Tried where none is stated and 500 does not fit: ISO/IEC 19794-4 classes 41 and, halved, pictures made smaller. */
  otherDpi: [1000, 250],
  /** Deviation from 500 dpi, as a share, that is left alone: finger skin stretches more than this. */
  dpiSlack: 0.03,
  /** Side of a cell in pixels, a power of two, a little less than a ridge period. */
  cellPx: 8,
  /** Binomial rounds over cells for local mean and contrast (window about 3 cells, three ridge periods). */
  levelSmoothRounds: 2,
  /** Contrast under which a place is not stretched further, grey values. */
  deviationFloor: 8,
  /** Normalised values beyond this many deviations are clipped: dust and scratches. */
  levelClip: 2.2,
  /** Binomial rounds over cells for the ridge flow. A second estimate on filtered ridges gained nothing (measured). */
  flowSmoothRounds: 3,
  /** Quantile of local contrast that stands for "the clear part of this picture". */
  maskContrastQuantile: 0.9,
  /** Share of that contrast which still counts as finger. */
  maskContrastShare: 0.3,
  /** Contrast, in grey values, that no finger falls below. */
  maskContrastMin: 7,
  /** Coherence of gradients under which a cell is not finger. */
  maskCertaintyMin: 0.25,
  /** x-signature: reach across the ridges and half width along them, pixels (Hong et al. 1998: 32 x 16). */
  signatureReachPx: 16,
  signatureHalfWidthPx: 8,
  /** Coherence needed before a cell's period is believed. */
  periodCertaintyMin: 0.4,
  /** Range of ridge periods in pixels: children near 5, large men near 13. */
  periodPxMin: 4.5,
  periodPxMax: 15,
  periodPxUsual: 9,
  /** Relative deviation of the distances within one signature beyond which it is not a wave. */
  periodIrregularMax: 0.35,
  periodSmoothRounds: 6,
  periodPriorWeight: 0.02,
  periodBankStepPx: 0.5,
  /** Directions in half a turn for the ridge filter: 2.8° each. */
  directions: 64,
  /** Side of the patches that share one direction, pixels. */
  directionPatchPx: 4,
  /** Smoothing along the ridge: reach and standard deviation, pixels. */
  alongReachPx: 8,
  alongSigmaPx: 4,
  /** Wave packet across the ridge: reach in pixels, standard deviation in ridge periods. */
  acrossReachPx: 9,
  acrossSigmaPeriods: 0.42,
  /** Minutiae nearer than this to the picture's edge are made by the edge, pixels. */
  minutiaBorderPx: 8,
  /** … and so are those in the outermost rings of the mask: depth in cells that a minutia needs. */
  minutiaDepthCells: 2,
  /** Stretch ahead of a minutia in which its line shows whether it is ridge or valley, pixels. */
  aheadFromPx: 2,
  aheadToPx: 6,
  /** Ring on which the strength of ridges around a minutia is measured: one usual period, pixels. */
  strengthRingPx: 9,
  /** Two opposite minutiae within this distance are a break, a bridge or a pore, pixels. */
  dipolePx: 8,
  /** Neighbours within the distance (pixels) that make a cloud of noise. */
  cloudPx: 20,
  cloudNeighboursMax: 4,
  /** Minutiae kept: bounds the size of a template and the time of a comparison. */
  minutiaeMax: 90,
  /** Certainty under which a point of the kept flow field stays empty. */
  flowKeptMin: 0.1,
} as const;

export const QUALITY = {
  /** Skin of a well placed adult finger at 500 dpi, pixels (about 200 mm²). */
  areaFullPx2: 78_000,
  /** Share of a small sensor's picture that is as good as that. */
  pictureShareFull: 0.8,
  /** Local contrast of a clear print, grey values. */
  contrastFull: 60,
  /** Coherence of gradients over a clear print. */
  certaintyFull: 0.85,
  /** Evenness of ridge distances over a clear print. */
  uniformityFull: 0.8,
  /** Uniformity, 0 to 100, under which an unstated resolution is doubted, and that which another one must show. */
  uniformityDoubted: 30,
  uniformityConvincing: 50,
  /** Pixels at 500 dpi beyond which no other resolution is tried: no reader of fingers shows more than 50 x 50 mm. */
  enlargedPixelsMax: 1_000_000,
  /** Dark share of a finger neither dry nor wet, and the deviation from it at which nothing can be read. */
  ridgeShareBest: 0.48,
  ridgeShareOff: 0.3,
  minutiaeFull: 30,
  /** Share of one side of the outline that may be straight on a round finger, and that at which it is surely cut. */
  cutNatural: 0.55,
  cutSure: 0.95,
  /** Distance in cells from the picture's edge within which a straight side is the sensor's own edge. */
  cutMarginCells: 3,
  /** Lines of cells needed before an outline says anything. */
  cutCellsMin: 8,
  /** Off-centre by this share of half the picture's side is the worst. */
  offCentreWorst: 0.8,
  /** Centring under which a small print is blamed on its place, 0 to 100. */
  centringAdvised: 50,
  /** Area at or under which there was no finger, 0 to 100. */
  fingerAreaMin: 5,
  /** Shorter side of the smallest picture looked at (4 mm), and pixels of the largest (a whole hand). */
  sidePxMin: 79,
  pixelsMax: 6_000_000,
  /** Floors of the gate, each 1 to 100; set so low that a print that any matcher can use passes. */
  floors: {
    area: 25,
    contrast: 18,
    orientationCertainty: 36,
    ridgeValleyUniformity: 8,
    moisture: 8,
    minutiae: 20,
    centring: 20,
    wholeness: 30,
    dimensions: 50,
  },
} as const;

export const MATCHING = {
  /** Minutiae of a template that are compared; foreign templates may hold 255. */
  minutiaeMax: 90,
  /** Largest turn between two placements of a finger on a reader, radians (75°). */
  rotationMaxRadians: 1.31,
  /** Circles of the orientation descriptor (Tico and Kuosmanen 2003, at 500 dpi). */
  textureRings: [
    { radiusPx: 27, samples: 10 },
    { radiusPx: 45, samples: 16 },
    { radiusPx: 63, samples: 22 },
    { radiusPx: 81, samples: 28 },
  ],
  /** Difference of orientation that lowers likeness to 1/e, radians. */
  textureScale: 0.2,
  /** Share of samples that must lie on both fingers. */
  textureCommonMin: 0.25,
  /** Pairs whose texture is less alike are not looked at further. */
  textureMin: 0.35,
  /** Weight of texture against neighbours in the likeness of a pair. */
  textureShare: 0.6,
  /** Neighbours looked at around a minutia, and how far. */
  neighbours: 10,
  neighbourReachPx: 120,
  neighbourTolerancePx: 12,
  neighbourToleranceRadians: 0.6,
  neighbourPriorFound: 0.3,
  neighbourPriorKnown: 2,
  /** Pairs alike by texture of which the neighbours are compared. */
  alikeMax: 220,
  /** Candidate pairs that go into the relaxation. */
  candidatesMax: 96,
  /** Change of an edge's length that is still borne: a constant and a share of the length (skin stretches). */
  stretchPx: 6,
  stretchShare: 0.08,
  /** Change of an edge's bearing that is still borne: a constant, and the part of a displaced minutia. */
  bearingRadians: 0.3,
  bearingPx: 6,
  relaxRounds: 4,
  /** Two minutiae fall on each other within this distance and this difference of direction, pixels and radians. */
  pairTolerancePx: 16,
  pairToleranceRadians: 0.6,
  /** Strength, as a share of the strongest, under which a candidate is no longer believed after relaxation. */
  strengthMin: 0.05,
  /** Minutiae added to both sides before their share is taken. */
  unseenMinutiae: 3,
  /** Flow made up from the minutiae of foreign templates: reach of a minutia and its standard deviation, pixels. */
  madeUpFlowReachPx: 48,
  madeUpFlowSigmaPx: 20,
  madeUpFlowStepPx: 16,
} as const;

/**
 * Weights of the evidence (see matching/compare.ts), by logistic regression with equal weight for genuine and impostor
 * pairs; mean of two folds over fingers (measured). Impostor pairs of generated patterns, all with nearly level ridges,
 * were among the training pairs, so that two fingers of one plain pattern are not taken for one.
 */
export const FUSION = {
  bias: 1.34,
  share: 9.73,
  shareFloor: 0.05,
  distinctness: 25.4,
  support: 2.53,
  supportFloor: 0.5,
  agreement: 2.78,
  /** Bounds of one comparison's score, so that one wet finger cannot outweigh all others, nats. */
  scoreMin: -6,
  scoreMax: 24,
} as const;
