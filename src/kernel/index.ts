/** The kernel: what every room may use. No I/O. */
export * from './clock.ts';
export * from './day.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './imaging/frame.ts';
export * from './instant.ts';
export * from './json.ts';
export * from './language.ts';
export * from './random.ts';
