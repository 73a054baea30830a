/** The server: HTTP and SSE over what the host injects. */
export { buildApp } from './app.ts';
export type * from './sources.ts';
export type * from './wire/account.ts';
export type * from './wire/cases.ts';
export type * from './wire/help.ts';
export type * from './wire/kiosk.ts';
export type * from './wire/matching.ts';
export type * from './wire/me.ts';
export type * from './wire/notices.ts';
export type * from './wire/port.ts';
