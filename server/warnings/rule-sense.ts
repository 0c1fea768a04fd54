import { InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import type { DescribeDevices } from './device-places.ts';

export interface RuleDependencies {
  describeDevices: DescribeDevices;
  /** The unit in which readings of a metric are kept; `null`: that which they come with. */
  keptUnit(metric: string): string | null;
  isDivision(code: string): boolean;
}

interface Proposed {
  divisionCode?: string | undefined;
  metric?: string | undefined;
  unit?: string | undefined;
  deviceId?: string | undefined;
}

/** A rule that nothing could ever fulfil would keep silent for ever, and nobody would know. */
export function createRuleSense({ describeDevices, keptUnit, isDivision }: RuleDependencies) {
  /** @throws InvalidInput for a device that the caller does not know, or a unit in which the metric is never kept */
  return async (caller: Caller, { divisionCode, metric, unit, deviceId }: Proposed): Promise<void> => {
    if (divisionCode !== undefined && !isDivision(divisionCode))
      throw InvalidInput.field('/divisionCode', 'is not a known division');
    const kept = metric === undefined ? null : keptUnit(metric);
    if (kept !== null && unit !== undefined && unit !== kept)
      throw InvalidInput.field('/unit', `must be ${kept}, in which ${metric} is kept`);
    if (deviceId === undefined) return;
    const device = (await describeDevices([deviceId])).get(deviceId);
    if (!device || !mayDo(caller, 'devices:read', device))
      throw InvalidInput.field('/deviceId', 'is not a known device');
  };
}

export type RequireSense = ReturnType<typeof createRuleSense>;
