/** JSON alone: what the manual says of updates shows in it already. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Fields = { [name: string]: Json };
type Holder = Fields | Json[];

class Refused extends Error {}

const isPosition = (part: string): boolean => /^\d+$/.test(part);
const isHolder = (value: Json | undefined): value is Holder => typeof value === 'object' && value !== null;
const isFields = (value: Json | undefined): value is Fields => isHolder(value) && !Array.isArray(value);
const ranks = ['null', 'number', 'string', 'object', 'array', 'boolean'];

function rank(value: Json): number {
  return ranks.indexOf(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
}

/** The order of BSON values of the types JSON has. */
export function order(left: Json, right: Json): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (!isHolder(left) || !isHolder(right)) return left === right ? 0 : (left as never) < (right as never) ? -1 : 1;
  const [one, two] = [Object.entries(left), Object.entries(right)];
  for (const [at, [name, value]] of one.entries()) {
    const [otherName, other] = two[at] ?? [];
    if (otherName === undefined || other === undefined) return 1;
    const found =
      (Array.isArray(left) ? 0 : rank(value) - rank(other) || order(name, otherName)) || order(value, other);
    if (found !== 0) return found;
  }
  return one.length - two.length;
}

const same = (left: Json, right: Json): boolean => order(left, right) === 0;

/** A condition on a value, which asks an array's elements, too. */
function passes(value: Json | undefined, condition: Json): boolean {
  const asked = value === undefined ? [] : Array.isArray(value) ? [...value, value] : [value];
  if (!isFields(condition) || !Object.keys(condition)[0]?.startsWith('$'))
    return asked.some((each) => same(each, condition)) || (condition === null && value === undefined);
  return Object.entries(condition).every(([operator, operand]) =>
    asked.some((each) => rank(each) === rank(operand) && accepts(operator, order(each, operand))),
  );
}

function accepts(operator: string, found: number): boolean {
  return operator === '$gte' ? found >= 0 : found <= 0;
}

function isPulled(element: Json, condition: Json): boolean {
  if (!isFields(condition)) return same(element, condition);
  if (Object.keys(condition)[0]?.startsWith('$')) return passes(element, condition);
  return isFields(element) && Object.entries(condition).every(([name, asked]) => passes(element[name], asked));
}

function arrayOf(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Refused();
  return value;
}

function pushed(before: Json[], operand: Json): Json[] {
  if (!isFields(operand) || !('$each' in operand)) return [...before, operand];
  const { $each, $position = before.length, $slice, $sort } = operand;
  const after = [...before];
  after.splice($position as number, 0, ...($each as Json[]));
  if ($sort !== undefined) after.sort((left, right) => order(left, right) * ($sort as number));
  if ($slice === undefined) return after;
  return ($slice as number) < 0 ? after.slice($slice as number) : after.slice(0, $slice as number);
}

function numberOf(value: Json): number {
  if (typeof value !== 'number') throw new Refused();
  return value;
}

/** What each operator makes of the value at its path; undefined where it leaves it alone. */
const results: { [operator: string]: (before: Json | undefined, operand: Json) => Json | undefined } = {
  $set: (_before, operand) => operand,
  $inc: (before, operand) => (before === undefined ? operand : numberOf(before) + (operand as number)),
  $mul: (before, operand) => (before === undefined ? 0 : numberOf(before) * (operand as number)),
  $min: (before, operand) => (before === undefined || order(operand, before) < 0 ? operand : undefined),
  $max: (before, operand) => (before === undefined || order(operand, before) > 0 ? operand : undefined),
  $push: (before, operand) => pushed(before === undefined ? [] : arrayOf(before), operand),
  $addToSet: (before, operand) => {
    const members = before === undefined ? [] : arrayOf(before);
    return members.some((member) => same(member, operand)) ? undefined : [...members, operand];
  },
  $pull: (before, operand) =>
    before === undefined ? undefined : arrayOf(before).filter((member) => !isPulled(member, operand)),
  $pullAll: (before, operand) =>
    before === undefined
      ? undefined
      : arrayOf(before).filter((member) => !(operand as Json[]).some((each) => same(each, member))),
  $pop: (before, operand) =>
    before === undefined ? undefined : operand === 1 ? arrayOf(before).slice(0, -1) : arrayOf(before).slice(1),
};
const makes = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet']);

/** The holder of a path's last part, made where `create` says so; undefined where there is none; 'blocked' by a scalar. */
function holderOf(root: Fields, parts: readonly string[], create: boolean): Holder | undefined | 'blocked' {
  let holder: Holder = root;
  for (const part of parts.slice(0, -1)) {
    if (Array.isArray(holder) && !isPosition(part)) return 'blocked';
    let next: Json | undefined = (holder as Fields)[part];
    if (next === undefined) {
      if (!create) return undefined;
      next = {};
      put(holder, part, next);
    }
    if (!isHolder(next)) return 'blocked';
    holder = next;
  }
  const last = parts.at(-1) ?? '';
  return Array.isArray(holder) && !isPosition(last) ? 'blocked' : holder;
}

function put(holder: Holder, part: string, value: Json): void {
  if (Array.isArray(holder)) while (holder.length < Number(part)) holder.push(null);
  (holder as Fields)[part] = value;
}

function remove(holder: Holder, part: string): void {
  if (!Array.isArray(holder)) delete holder[part];
  else if (Number(part) < holder.length) holder[Number(part)] = null;
}

type Step = { operator: string; parts: string[]; operand: Json };

function apply(root: Fields, { operator, parts, operand }: Step): void {
  const last = parts.at(-1) ?? '';
  const made = makes.has(operator);
  const before = holderOf(root, parts, false);
  if (before === 'blocked') {
    if (operator === '$unset') return;
    throw new Refused();
  }
  if (operator === '$unset') {
    if (before) remove(before, last);
    return;
  }
  const current = before && (before as Fields)[last];
  const result = results[operator]?.(current, operand);
  if (result === undefined || (!made && before === undefined)) return;
  const holder = holderOf(root, parts, true);
  if (holder === undefined || holder === 'blocked') throw new Refused();
  put(holder, last, result);
}

function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    return isPosition(part) && isPosition(other) ? Number(part) - Number(other) : part < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** The document after an update as the manual describes it: step by step on plain objects; 'refused' for an error. */
export function naivelyUpdated(document: Fields, update: Fields): Fields | 'refused' {
  const steps = Object.entries(update)
    .flatMap(([operator, members]) =>
      Object.entries(members as Fields).map(([path, operand]): Step => ({ operator, parts: path.split('.'), operand })),
    )
    .sort((left, right) => comparePaths(left.parts, right.parts));
  const meets = steps.some(({ parts }, at) =>
    steps.some((other, where) => where !== at && parts.every((part, index) => part === other.parts[index])),
  );
  if (meets) return 'refused';
  const root = structuredClone(document);
  try {
    for (const step of steps) apply(root, step);
    return root;
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
}
