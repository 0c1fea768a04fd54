import { sparkplugCodec } from './decoders/sparkplug-codec.ts';
import { controlOf } from './decoders/sparkplug-controls.ts';
import type { PendingCommand } from './ports.ts';

/** The command as the gateway hands it on; `null` when the device does not take it that way. */
export async function throughGateway({ name, via }: PendingCommand, at: Date) {
  const control = controlOf(name);
  if (!via || control === undefined) return null;
  return { topic: via.topic, payload: (await sparkplugCodec()).command(control, at) };
}

/** Does one of these filters take in the topic? `+` stands for its last level, `#` for all from there on. */
export function takesIn(filters: readonly string[], topic: string): boolean {
  const levels = topic.split('/');
  return filters.some((filter) => {
    const wanted = filter.split('/');
    if (wanted.at(-1) === '#')
      return wanted.slice(0, -1).every((level, index) => level === '+' || level === levels[index]);
    return wanted.length === levels.length && wanted.every((level, index) => level === '+' || level === levels[index]);
  });
}
