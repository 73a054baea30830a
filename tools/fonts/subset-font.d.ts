declare module 'subset-font' {
  /** HarfBuzz's subsetter: the font cut to the characters of `text`. */
  function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly noHinting?: boolean;
      readonly keepFeatures?: readonly string[];
      readonly dropTables?: readonly string[];
    },
  ): Promise<Buffer>;

  // The package speaks CommonJS.
  export = subsetFont;
}
