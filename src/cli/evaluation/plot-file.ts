/** The two plots of a measurement, one beside the other in one SVG file. */
import { detPlot, distributionPlot, type ScoreCounts } from '../../biometrics/index.ts';

const [WIDTH, HEIGHT] = [640, 480];

export function plotOf(counts: ScoreCounts, title: string): string {
  const at = (svg: string, x: number) =>
    svg.replace('<svg ', `<svg x="${x}" y="0" width="${WIDTH}" height="${HEIGHT}" `);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${HEIGHT}" width="${2 * WIDTH}" height="${HEIGHT}">`,
    at(detPlot(counts, `${title}: false non-matches over false matches`), 0),
    at(distributionPlot(counts, `${title}: scores`), WIDTH),
    '</svg>\n',
  ].join('\n');
}
