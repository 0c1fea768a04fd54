import type { Context } from './context.ts';

const lookEveryMilliseconds = 5_000;

/** Tells on the bus which parts of the platform do not work, whenever that has changed. */
export function watchFaults({ bus, log }: Pick<Context, 'bus' | 'log'>, ask: () => Promise<string[]>) {
  let told = '';
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      const faults = await ask();
      if (faults.join() !== told) bus.emit('platform.faults', { faults });
      told = faults.join();
    } catch (error) {
      log.warn({ err: error }, 'the state of the platform cannot be told');
    } finally {
      asking = false;
    }
  };
  const looking = setInterval(() => void look(), lookEveryMilliseconds).unref();
  return { stop: () => clearInterval(looking) };
}
