import type { z } from 'zod';
import type { DeadlineRecord } from '../../deadlines/index.ts';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { rights } from '../../identity/rights/table.ts';
import { roles } from '../../identity/roles.ts';
import kinds from '../data/deadlines.json' with { type: 'json' };
import { type Asking, surchargeDue } from './guards.ts';
import { caseSteps, whyRefused } from './lifecycle.ts';
import type { CaseRecord } from './model.ts';
import type { caseSchema } from './schema.ts';

export type CaseView = z.infer<typeof caseSchema>;

const dayLength = 86_400_000;
const open = ['running', 'suspended', 'overdue'];

/** A case, masked already, as this caller may see it: what was done, which terms run, what may be done next and why not. */
export function caseView(
  found: CaseRecord,
  caller: Caller,
  asking: Asking,
  { now, divisionName, deadlines }: { now: Date; divisionName: string; deadlines: readonly DeadlineRecord[] },
): CaseView {
  const reasonAgainst = ({ verb, permission }: (typeof caseSteps)[number]) =>
    holds(caller, permission) && mayDo(caller, permission, found) ? whyRefused(found, verb, asking) : noRight;
  const { history, party, ...rest } = found;
  return {
    ...published(rest),
    id: found._id.toHexString(),
    divisionName,
    ...(found.producerId && { producerId: found.producerId.toHexString() }),
    ...(party?.kind && { party: { ...party } }),
    suspectedCrime: found.finding?.acts.some(asking.isSuspectedCrime) ?? false,
    surcharge: { due: surchargeDue(found, asking), paid: found.surchargePaid },
    line: {
      past: history.map(({ verb, by, at, to, reason }) => ({
        ...{ verb, by, at: at.toISOString(), to },
        ...(reason !== undefined && { reason }),
      })),
      now: deadlines.filter(({ state }) => open.includes(state)).map((each) => runningDeadline(each, now)),
      next: caseSteps
        .filter(({ from }) => from.includes(found.state))
        .map((step) => {
          const reason = reasonAgainst(step);
          return {
            verb: step.verb,
            ...(step.to && { to: step.to }),
            roles: roles.filter((role) => rights[role][step.permission] !== undefined),
            ...(reason && { reason }),
          };
        }),
    },
    ...decideVerbs(caseSteps, reasonAgainst),
  };
}

/** A deadline that has not ended; suspended, it tells when it was due before. */
function runningDeadline(deadline: DeadlineRecord, now: Date): CaseView['line']['now'][number] {
  const { _id, kind, subject, clause, state, dueAt, lastDay, provisional } = deadline;
  const row = kinds.find((each) => each.kind === kind);
  const runs = state !== 'suspended';
  return {
    id: _id.toHexString(),
    code: kind,
    title: row?.title ?? { zh: kind, en: kind },
    ...(subject.part !== undefined && { part: subject.part }),
    ...{ clause, lastDay, provisional },
    source: row?.source ?? '',
    dueAt: dueAt.toISOString(),
    daysLeft: Math.floor((dueAt.getTime() - now.getTime()) / dayLength),
    suspended: !runs,
    overdue: runs && dueAt <= now,
    ...(row?.consequence && { consequence: row.consequence }),
  };
}

type Plain<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Plain<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: Plain<Value[Name]> }
      : Value;

/** Times as text; the names of the store's own fields stay behind. */
function published({
  _id,
  clueKey: _key,
  version: _version,
  waived: _waived,
  producerId: _producer,
  ...fields
}: Omit<CaseRecord, 'history' | 'party'>) {
  return plain(fields);
}

function plain<Value>(value: Value): Plain<Value> {
  if (value instanceof Date) return value.toISOString() as Plain<Value>;
  if (Array.isArray(value)) return value.map(plain) as Plain<Value>;
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)])) as Plain<Value>;
  return value as Plain<Value>;
}
