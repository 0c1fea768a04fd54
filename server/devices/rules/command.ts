export interface CommandKind {
  name: string;
  parameters: readonly { name: string; minimum: number; maximum: number }[];
}

/** What is wrong with a command's parameters, by name; `null` when they are those of its kind, each a whole number in its range. */
export function parameterFault(
  { parameters }: CommandKind,
  given: Readonly<Record<string, unknown>>,
): { name: string; message: string } | null {
  const unknown = Object.keys(given).find((name) => !parameters.some((known) => known.name === name));
  if (unknown !== undefined) return { name: unknown, message: 'is no parameter of this command' };
  for (const { name, minimum, maximum } of parameters) {
    const value = given[name];
    if (!Number.isInteger(value) || Number(value) < minimum || Number(value) > maximum)
      return { name, message: `must be a whole number from ${minimum} to ${maximum}` };
  }
  return null;
}

export const commandStates = ['queued', 'sent', 'acknowledged', 'refused', 'expired'] as const;
export type CommandState = (typeof commandStates)[number];

/** A command without an answer is over at its time. */
export function stateAt(
  { state, expiresAt }: { state: Exclude<CommandState, 'expired'>; expiresAt: Date },
  now: Date,
): CommandState {
  return (state === 'queued' || state === 'sent') && expiresAt <= now ? 'expired' : state;
}
