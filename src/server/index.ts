/** The server: HTTP and SSE. */
export type * from './wire/kiosk.ts';
export type * from './wire/port.ts';
