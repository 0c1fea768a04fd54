import type { OutboundAnswer, OutboundMessage } from '../../../outbound/outbound.ts';
import type { Outcome } from '../../../outbound/outcome.ts';
import type { Message, Told } from '../rules/message.ts';
import { cutToBytes, plainInMarkdown } from '../rules/text.ts';

/** Where a message goes, in the clear. */
export interface Destination {
  address: string;
  secret?: string | undefined;
}

export interface Sending {
  /** Of the message: the same in each attempt. */
  id: string;
  at: Date;
  message: Message;
  told: readonly Told[];
  to: Destination;
}

/** How one kind of robot or system wants to be told, and how it says whether it was. */
export interface Form {
  request(sending: Sending): OutboundMessage;
  outcome(answer: OutboundAnswer): Outcome;
}

export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

/** The sections in the little Markdown that all robots share, cut at a section's end to so many bytes. */
export function markdown({ title, sections }: Message, bytes: number): string {
  const parts = [
    `**${plainInMarkdown(title)}**`,
    ...sections.map(
      ({ heading, lines, link, linkText }) =>
        `**${plainInMarkdown(heading)}**\n\n${lines.map(plainInMarkdown).join('\n\n')}\n\n[${plainInMarkdown(linkText)}](${link})`,
    ),
  ];
  let text = '';
  for (const part of parts) {
    const longer = text ? `${text}\n\n${part}` : part;
    if (Buffer.byteLength(longer) > bytes - 4) return text ? `${text}\n\n…` : cutToBytes(part, bytes);
    text = longer;
  }
  return text;
}

/**
 * What a robot says: it answers 200 to whatever it is sent, and tells by a number in its JSON whether it took it.
 * @param field the name of that number, 0 for yes
 * @param busy numbers that say "not so fast"
 * @param forGood numbers after which the same message is refused again
 */
export function robotOutcome(
  { status, body, retryAfter }: OutboundAnswer,
  { field, busy, forGood }: { field: string; busy: readonly number[]; forGood: readonly number[] },
): Outcome {
  const wait = retryAfter === undefined ? {} : { waitSeconds: retryAfter };
  if (status !== 200) return { sent: false, reason: `HTTP ${status}`, again: status === 429 || status >= 500, ...wait };
  const answer = read(body);
  const code = answer?.[field];
  if (code === 0) return { sent: true };
  if (typeof code !== 'number') return { sent: false, reason: 'an answer without a code', again: true };
  const said = ['errmsg', 'msg'].map((name) => answer?.[name]).find((text) => typeof text === 'string');
  return {
    sent: false,
    reason: cutToBytes(`${field} ${code}${said ? `: ${said}` : ''}`, 300),
    again: busy.includes(code) || !forGood.includes(code),
    ...wait,
  };
}

function read(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
