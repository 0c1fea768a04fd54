const written = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** `2026-11-24 9:05` or `2026/11/24 09:05:30`, as a table in China has it, in ISO 8601 with its zone; anything else as it is. */
export function writtenMoment(text: string): string {
  const parts = written.exec(text.normalize('NFKC').trim());
  if (!parts) return text;
  const [year, month, day, hour, minute, second = '00'] = parts.slice(1).map((part) => part?.padStart(2, '0'));
  return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
}
