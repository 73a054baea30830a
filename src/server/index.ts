/** The server: HTTP and SSE over what the host injects. */
export { buildApp } from './app.ts';
export type * from './sources.ts';
export type * from './wire/kiosk.ts';
export type * from './wire/port.ts';
