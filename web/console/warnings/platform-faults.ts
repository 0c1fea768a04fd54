/** Parts of the platform that may not work, as the stream names them. */
const known = ['database', 'spool', 'disk', 'broker'] as const;

export type PlatformFault = (typeof known)[number];

/** The faults in an event's data; a name that this console does not know is left out, and data that are none have none. */
export function readFaults(data: string): PlatformFault[] {
  try {
    const { faults }: { faults?: unknown } = JSON.parse(data) ?? {};
    return Array.isArray(faults) ? known.filter((fault) => faults.includes(fault)) : [];
  } catch {
    return [];
  }
}
