/** Pixels in the order and on the scale that a described model wants. */
export interface InputForm {
  readonly layout: 'nhwc' | 'nchw';
  readonly order: 'rgb' | 'bgr';
  /** In the order of the model's colours, on samples of 0 to 255: (value − mean) / std. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** One square picture, RGB interleaved, 0 to 255; changed in place. */
export function arrangeInput(picture: Float32Array, { order, mean, std, layout }: InputForm): void {
  const plain =
    order === 'rgb' && layout === 'nhwc' && mean.every((m) => m === 0) && std.every((s) => s === 1);
  if (plain) return;
  const source = picture.slice();
  const pixels = picture.length / 3;
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < 3; c++) {
      const value = source[3 * i + (order === 'rgb' ? c : 2 - c)]!;
      picture[layout === 'nhwc' ? 3 * i + c : c * pixels + i] = (value - mean[c]!) / std[c]!;
    }
  }
}

export const inputAxes = ({ layout }: Pick<InputForm, 'layout'>, side: number): readonly number[] =>
  layout === 'nhwc' ? [side, side, 3] : [3, side, side];
