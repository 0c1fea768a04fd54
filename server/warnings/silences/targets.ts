import type { z } from 'zod';
import { isWithin } from '../../divisions/rules.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { DescribeDevices } from '../device-places.ts';
import { familyOf, type WarningModels, type WarningRuleRecord } from '../model.ts';
import type { Matcher } from '../rules/silence-match.ts';
import type { createSilenceBody } from './schema.ts';

export interface TargetDependencies {
  describeDevices: DescribeDevices;
  isDivision(code: string): boolean;
  /** `null` when there is no such site. */
  siteDivision(id: string): Promise<string | null>;
}

/** What a silence is about has to be there: with a slip of the pen it would keep nothing quiet, and nobody would know. */
export function createTargets({ WarningRule }: Pick<WarningModels, 'WarningRule'>, deps: TargetDependencies) {
  const { describeDevices, isDivision, siteDivision } = deps;

  /** Of whichever version: a rule is silenced in all of them. */
  const familyNamed = async (caller: Caller, id: string): Promise<string> => {
    const rule = await WarningRule.findById(id, null, within(caller, 'warning-rules:read')).lean<WarningRuleRecord>();
    if (!rule) throw InvalidInput.field('/ruleId', 'is not a known rule');
    return familyOf(rule).toHexString();
  };

  /** @throws InvalidInput for what is not there, or not in the division of the silence */
  return async (
    caller: Caller,
    divisionCode: string,
    { ruleId, deviceId, siteId, metric }: z.output<typeof createSilenceBody>,
  ): Promise<Omit<Matcher, 'divisionCode'>> => {
    if (!isDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
    const stands = (code: string | null | undefined) => typeof code === 'string' && isWithin(code, divisionCode);
    if (deviceId !== undefined && !stands((await describeDevices([deviceId])).get(deviceId)?.divisionCode))
      throw InvalidInput.field('/deviceId', 'is not a known device of that division');
    if (siteId !== undefined && !stands(await siteDivision(siteId)))
      throw InvalidInput.field('/siteId', 'is not a known site of that division');
    return {
      ...(ruleId !== undefined && { ruleId: await familyNamed(caller, ruleId) }),
      ...(deviceId !== undefined && { deviceId }),
      ...(siteId !== undefined && { siteId }),
      ...(metric !== undefined && { metric }),
    };
  };
}
