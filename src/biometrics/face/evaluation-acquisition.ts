/** Counts what could be acquired, and the time of each step. */
import { type DescribedPicture, STEPS, type StepTimes } from './describe-pictures.ts';

export function openAcquisition() {
  const failed: { readonly path: string; readonly why: string }[] = [];
  const times: StepTimes[] = [];
  return {
    take(picture: DescribedPicture): void {
      if (picture.kind === 'described') times.push(picture.ms);
      else failed.push({ path: picture.path, why: picture.why });
    },
    rates() {
      const pictures = failed.length + times.length;
      return {
        pictures,
        fta: pictures > 0 ? failed.length / pictures : 0,
        failed,
        ms: mediansOf(times),
      };
    },
  };
}

function mediansOf(times: readonly StepTimes[]): StepTimes {
  const ms = { decode: 0, detect: 0, mesh: 0, describe: 0, total: 0 };
  for (const step of STEPS) {
    const sorted = times.map((one) => one[step]).sort((a, b) => a - b);
    ms[step] = sorted[sorted.length >> 1] ?? 0;
  }
  return ms;
}
