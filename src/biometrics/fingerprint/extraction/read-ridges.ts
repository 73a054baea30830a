import type { GreyImage } from '../../../kernel/index.ts';
import type { FingerTemplate } from '../template.ts';
import { EXTRACTION } from '../tuning.ts';
import { keepFlow } from './flow-field.ts';
import { type Mask, segment } from './mask.ts';
import { filterMinutiae } from './minutia-filter.ts';
import { findMinutiae } from './minutiae.ts';
import { type LocalLevel, measureLevel, normalise } from './normalise.ts';
import { estimateFlow, mapDirections, type RidgeFlow } from './orientation.ts';
import { type CellGrid, cellGridFor, type Plane } from './plane.ts';
import { resample } from './resample.ts';
import { filterRidges } from './ridge-filter.ts';
import { estimatePeriod, type RidgePeriod } from './ridge-period.ts';

/** All that the steps found, good or bad: the quality gate judges it afterwards. */
export interface RidgeReading {
  readonly grid: CellGrid;
  readonly level: LocalLevel;
  readonly normalised: Plane;
  readonly mask: Mask;
  readonly flow: RidgeFlow;
  readonly period: RidgePeriod;
  readonly template: FingerTemplate;
}

/** From picture to template, step by step; each step is a file of its name. */
export function readRidges(image: GreyImage): RidgeReading {
  const grey = resample(image);
  const grid = cellGridFor(grey.width, grey.height);
  const level = measureLevel(grey, grid);
  const normalised = normalise(grey, grid, level);
  const flow = estimateFlow(normalised, grid, EXTRACTION.flowSmoothRounds);
  const mask = segment(level, flow, grid);
  const period = estimatePeriod(normalised, flow, mask, grid);
  const directions = mapDirections(flow, grid, grey.width, grey.height);
  const wave = filterRidges(normalised, directions, period, mask, grid);
  const minutiae = filterMinutiae(findMinutiae(wave, directions, flow, mask, grid));
  const kept = keepFlow(flow, mask, grid);
  const template = {
    width: grey.width,
    height: grey.height,
    dpi: EXTRACTION.workingDpi,
    minutiae,
    flow: kept,
  };
  return { grid, level, normalised, mask, flow, period, template };
}
