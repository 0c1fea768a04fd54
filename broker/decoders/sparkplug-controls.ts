/** What a device announces in its birth to be told to do, by our names (Eclipse Tahu's and ThingsBoard's examples of DCMD). */
const controls: ReadonlyMap<string, string> = new Map([
  ['restart', 'Device Control/Reboot'],
  ['report-now', 'Device Control/Rebirth'],
]);

export function controlOf(command: string): string | undefined {
  return controls.get(command);
}

/**
 * The commands that a message shows to have been carried out: a device publishes what was written to it, here `true`, with
 * its data; and a birth is what a rebirth was asked for.
 */
export function commandsDoneBy(
  type: 'DBIRTH' | 'DDATA',
  metrics: readonly { name?: string; value: unknown }[],
): string[] {
  const written = new Set(metrics.filter(({ value }) => value === true).map(({ name }) => name));
  if (type === 'DDATA') return [...controls].filter(([, control]) => written.has(control)).map(([command]) => command);
  return commandsAmong(metrics).filter((command) => command === 'report-now');
}

/** The commands that a device takes, by the metrics of its birth. */
export function commandsAmong(metrics: readonly { name?: string }[]): string[] {
  const names = new Set(metrics.map(({ name }) => name));
  return [...controls].filter(([, control]) => names.has(control)).map(([command]) => command);
}
