import { isWithin } from '../../divisions/rules.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';

/** May this caller have figures of that division? Each is decided once. */
export function within(caller: Caller, division?: string): (divisionCode: string) => boolean {
  const decided = new Map<string, boolean>();
  return (divisionCode) => {
    const known = decided.get(divisionCode);
    if (known !== undefined) return known;
    const reached =
      (division === undefined || isWithin(divisionCode, division)) &&
      mayDo(caller, 'assessment-figures:read', { divisionCode });
    decided.set(divisionCode, reached);
    return reached;
  };
}
