import { type Bilingual, decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/index.ts';
import type { Permission } from '../identity/permissions.ts';
import { holds, mayDo, noRight } from '../identity/rights/ability.ts';

interface Step<Verb extends string> {
  verb: Verb;
  permission: Permission;
}

/** What this caller may do with a record by its life cycle's table, and why not the rest; nobody in particular: nothing. */
export function verbsOf<Verb extends string>(
  transitions: readonly Step<Verb>[],
  record: object,
  caller: Caller | null,
  refusals: { ofState(verb: Verb, username: string): Bilingual | null; outOfReach: Bilingual },
): { allowed: string[]; refused: { verb: string; reason: Bilingual }[] } {
  if (!caller) return { allowed: [], refused: [] };
  return decideVerbs(
    transitions,
    ({ verb, permission }) => whyNot(caller, permission) ?? refusals.ofState(verb, caller.username),
  );

  function whyNot(asking: Caller, permission: Permission): Bilingual | null {
    if (!holds(asking, permission)) return noRight;
    return mayDo(asking, permission, record) ? null : refusals.outOfReach;
  }
}
