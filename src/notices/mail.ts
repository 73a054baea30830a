/** E-mail over SMTP. */
import { createTransport } from 'nodemailer';
import type { SendTo } from './channels.ts';

export interface MailSettings {
  /** As `smtps://user:secret@mail.example:465`. */
  readonly url: string;
  /** As `Kouan 口岸 <no-reply@port.example>`. */
  readonly from: string;
}

/** A mail server that is silent must not hold up everybody else's notices. */
const WAITS_MS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 8000 };

export function openMail({ url, from }: MailSettings): SendTo {
  const server = new URL(url);
  for (const [name, ms] of Object.entries(WAITS_MS)) server.searchParams.set(name, String(ms));
  const transport = createTransport(server.href, { from });
  return async (to, { subject, text }) => {
    // Given as an address, not as a line to be parsed: nothing in it can add another recipient.
    await transport.sendMail({ to: { name: '', address: to }, subject, text });
  };
}
