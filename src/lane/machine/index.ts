export * from './commands.ts';
export * from './config.ts';
export * from './events.ts';
export * from './reasons.ts';
export * from './state.ts';
export * from './step.ts';
