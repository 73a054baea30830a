/** Pictures of an evaluation as SVG text: the DET curve and the distributions of scores. */
import { operatingPoints } from './error-rates.ts';
import type { ScoreCounts } from './score-counts.ts';

const SIZE = { width: 640, height: 480, margin: 64 } as const;
const INK = '#1b2733';
const GENUINE = '#0b6e4f';
const IMPOSTOR = '#b3261e';

type Place = (value: number) => number;

/** FNMR over FMR, both on logarithmic scales. */
export function detPlot(counts: ScoreCounts, title: string): string {
  const [fmrFloor, fnmrFloor] = [1e-5, 1e-4];
  const x = logarithmic(fmrFloor, SIZE.margin, SIZE.width - SIZE.margin);
  const y = logarithmic(fnmrFloor, SIZE.height - SIZE.margin, SIZE.margin);
  const points = operatingPoints(counts).map(({ fmr, fnmr }) => `${round(x(fmr))},${round(y(fnmr))}`);
  const ticks = [-5, -4, -3, -2, -1, 0].map((power) => 10 ** power);
  return svg(title, 'false match rate', 'false non-match rate', [
    ...ticks.map((tick) => tickAcross(x(tick), tick.toExponential(0))),
    ...ticks.filter((tick) => tick >= fnmrFloor).map((tick) => tickUp(y(tick), tick.toExponential(0))),
    `<line x1="${x(fnmrFloor)}" y1="${y(fnmrFloor)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK}" stroke-dasharray="4 4" opacity=".4"/>`,
    `<polyline points="${[...new Set(points)].join(' ')}" fill="none" stroke="${GENUINE}" stroke-width="2"/>`,
  ]);
}

const COLUMNS = 100;

/** How often each score occurs, genuine and impostor each scaled to its own peak. */
export function distributionPlot(counts: ScoreCounts, title: string): string {
  const [low, high] = occupiedRange(counts);
  const x: Place = (score) => SIZE.margin + ((score - low) / (high - low)) * (SIZE.width - 2 * SIZE.margin);
  const ticks = Array.from({ length: 6 }, (_, i) => low + ((high - low) * i) / 5);
  return svg(title, 'score', 'share of comparisons', [
    ...ticks.map((tick) => tickAcross(x(tick), tick.toPrecision(3))),
    outline(columns(counts.scores, counts.impostor, low, high), IMPOSTOR),
    outline(columns(counts.scores, counts.genuine, low, high), GENUINE),
    legend(0, IMPOSTOR, 'different people'),
    legend(1, GENUINE, 'the same person'),
  ]);
}

function occupiedRange({ scores, genuine, impostor }: ScoreCounts): [number, number] {
  const used = Array.from(scores).filter((_, i) => genuine[i]! + impostor[i]! > 0);
  const [low, high] = [used[0] ?? 0, used.at(-1) ?? 1];
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

function columns(scores: ArrayLike<number>, counts: ArrayLike<number>, low: number, high: number): number[] {
  const heights = new Array<number>(COLUMNS).fill(0);
  for (let i = 0; i < scores.length; i++) {
    const column = Math.floor(((scores[i]! - low) / (high - low)) * COLUMNS);
    heights[Math.min(COLUMNS - 1, Math.max(0, column))]! += counts[i]!;
  }
  const peak = Math.max(...heights) || 1;
  return heights.map((height) => height / peak);
}

function outline(heights: readonly number[], colour: string): string {
  const [left, width] = [SIZE.margin, (SIZE.width - 2 * SIZE.margin) / COLUMNS];
  const bottom = SIZE.height - SIZE.margin;
  const tops = heights.map((height, i) => {
    const y = round(bottom - height * (SIZE.height - 2 * SIZE.margin));
    return `${round(left + i * width)},${y} ${round(left + (i + 1) * width)},${y}`;
  });
  const points = [`${left},${bottom}`, ...tops, `${SIZE.width - SIZE.margin},${bottom}`].join(' ');
  return `<polygon points="${points}" fill="${colour}" fill-opacity=".25" stroke="${colour}"/>`;
}

/** Values below the floor are drawn on it: zero has no logarithm. */
const logarithmic =
  (floor: number, from: number, to: number): Place =>
  (value) =>
    to + ((from - to) * Math.log10(Math.max(floor, value))) / Math.log10(floor);

const round = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, anchor: string, content: string): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${INK}">${escapeText(content)}</text>`;

function tickAcross(x: number, label: string): string {
  const bottom = SIZE.height - SIZE.margin;
  return `<line x1="${round(x)}" y1="${bottom}" x2="${round(x)}" y2="${bottom + 6}" stroke="${INK}"/>${text(x, bottom + 20, 'middle', label)}`;
}

const tickUp = (y: number, label: string): string =>
  `<line x1="${SIZE.margin - 6}" y1="${round(y)}" x2="${SIZE.margin}" y2="${round(y)}" stroke="${INK}"/>${text(SIZE.margin - 8, y + 4, 'end', label)}`;

function legend(row: number, colour: string, label: string): string {
  const y = SIZE.margin + 16 + row * 20;
  return `<rect x="${SIZE.margin + 12}" y="${y - 10}" width="12" height="12" fill="${colour}"/>${text(SIZE.margin + 30, y, 'start', label)}`;
}

function svg(title: string, across: string, up: string, content: readonly string[]): string {
  const { width, height, margin } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escapeText(title)}</title><rect width="${width}" height="${height}" fill="#fff"/>`,
    text(width / 2, margin / 2, 'middle', title),
    text(width / 2, height - margin / 4, 'middle', across),
    `<g transform="rotate(-90 16 ${height / 2})">${text(16, height / 2, 'middle', up)}</g>`,
    `<path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="${INK}"/>`,
    ...content,
    '</svg>\n',
  ].join('\n');
}

const escapeText = (content: string): string =>
  content.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
