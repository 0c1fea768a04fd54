export const contactForms = ['clear', 'masked', 'left-out'] as const;
export type ContactForm = (typeof contactForms)[number];

/** Who promises and how to reach them, as it stands on a label; `undefined` where the package says it already (管理办法 14). */
export interface Contact {
  name: string;
  contact?: string;
}

/** Name and phone in one line. */
export function contactOf(producer: {
  contactName?: string | undefined;
  phone?: string | undefined;
}): string | undefined {
  const parts = [producer.contactName, producer.phone].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' ') : undefined;
}
