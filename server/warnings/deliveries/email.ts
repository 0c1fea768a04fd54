import { createTransport } from 'nodemailer';
import type { Outcome } from '../../outbound/outcome.ts';
import type { Sending } from './forms/form.ts';

export interface MailSettings {
  /** `smtps://user:password@host:465`, or `smtp://…`, which turns to TLS where the server offers it. */
  server: string;
  /** Whose name the messages bear. */
  from: string;
}

const timeoutMs = 15_000;

/** Sends by the mail server of the settings: one message to one address, and what concerns one warning in one thread. */
export function createMail({ server, from }: MailSettings) {
  const waits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url: server, ...waits });
  const domain = from.replace(/^.*@/, '').replace(/>$/, '');

  return {
    async send({ id, message, told, to }: Sending): Promise<Outcome> {
      const [only, ...others] = told;
      const thread = only && others.length === 0 ? `<warning-${only.warningId}@${domain}>` : undefined;
      try {
        await transport.sendMail({
          from,
          to: to.address,
          subject: subjectOf(message),
          text: textOf(message),
          messageId: `<${id}@${domain}>`,
          ...(thread && { inReplyTo: thread, references: thread }),
          headers: { 'List-Id': `AgriTrace <warnings.${domain}>`, 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { sent: true };
      } catch (error) {
        return failed(error as Error & { responseCode?: number });
      }
    },

    close: () => transport.close(),
  };
}

export type Mail = ReturnType<typeof createMail>;

function subjectOf({ title, sections: [first, ...more] }: Sending['message']): string {
  return more.length > 0 || !first ? title : `${title} · ${first.heading}`;
}

function textOf({ sections }: Sending['message']): string {
  return sections.map(({ heading, lines, link }) => [heading, ...lines, link].join('\n')).join('\n\n');
}

/** RFC 5321 4.2.1: 5yz is a refusal for good, all else may pass. */
function failed({ message, responseCode }: Error & { responseCode?: number }): Outcome {
  return {
    sent: false,
    reason: message.slice(0, 300),
    again: responseCode === undefined || responseCode < 500,
  };
}
