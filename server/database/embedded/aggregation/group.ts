import { EngineError } from '../errors.ts';
import { type Element, elements, field, type, type Value } from '../values/bson.ts';
import { documentOf, int32, int64, nullValue } from '../values/build.ts';
import { keyText } from '../values/key.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { type Accumulator, accumulators, type Meter } from './accumulators.ts';
import { noAccumulator } from './elsewhere.ts';
import { parseExpression } from './expression.ts';
import type { Scope } from './scope.ts';
import { maximumStageBytes, type PipelineContext, type Stage, type Stream } from './stage.ts';
import { countStage } from './stages/window.ts';

type Member = { name: string; create: (meter: Meter) => Accumulator };

function parseMember(name: string, value: Value, scope: Scope): Member {
  if (name.includes('.')) throw new EngineError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw new EngineError(40236, `The field name '${name}' cannot be an operator name`);
  const members = value.type === type.object ? elements(value) : [];
  const [operator] = members;
  if (!operator?.name.startsWith('$'))
    throw new EngineError(40234, `The field '${name}' must be an accumulator object`);
  if (members.length > 1) throw new EngineError(40238, `The field '${name}' must specify one accumulator`);
  const parse = Object.hasOwn(accumulators, operator.name) ? accumulators[operator.name] : undefined;
  if (!parse) throw noAccumulator(operator.name);
  return { name, create: parse(operator.value, scope, operator.name) };
}

type Group = { id: Value; accumulators: Accumulator[] };

function isOne(value: Value): boolean {
  return value.type === type.int32 && readDouble(value) === 1;
}

/** `{ _id: <constant>, n: { $sum: 1 } }`, as `countDocuments` sends it: a count of its input. */
function countOnly(id: Value, fields: readonly Element[]): Stage | undefined {
  const constant = id.type === type.null || isNumber(id) || id.type === type.boolean;
  const ones = fields.every(({ value }) => {
    const sum = value.type === type.object ? field(value, '$sum') : undefined;
    return sum !== undefined && isOne(sum);
  });
  if (!constant || !ones) return undefined;
  return countStage((count) => {
    const sum = count < 2 ** 31 ? int32(count) : int64(BigInt(count));
    return documentOf([{ name: '_id', value: id }, ...fields.map(({ name }) => ({ name, value: sum }))]);
  });
}

/** What a group takes besides what it gathers. */
const bytesOfGroup = 200;

/** Adds up what all groups hold. */
function meterOf(limit: number): Meter {
  let held = 0;
  return (bytes) => {
    held += bytes;
    if (held > limit)
      throw new EngineError(
        292,
        "Exceeded memory limit for $group, but didn't allow external sort. Pass allowDiskUse:true to opt in.",
      );
  };
}

/** `$group`: numbers equal across types are one group, missing and null as well. */
export function parseGroup(specification: Value, { scope }: PipelineContext): Stage {
  if (specification.type !== type.object)
    throw new EngineError(15947, "a group's fields must be specified in an object");
  const fields = elements(specification);
  const idField = fields.find(({ name }) => name === '_id');
  if (!idField) throw new EngineError(15955, 'a group specification must include an _id');
  const idOf = parseExpression(idField.value, scope);
  const members = fields.filter((field) => field !== idField).map(({ name, value }) => parseMember(name, value, scope));

  const counting = countOnly(
    idField.value,
    fields.filter((field) => field !== idField),
  );
  if (counting) return counting;

  function* run(input: Stream): Generator<Value | undefined> {
    const groups = new Map<string, Group>();
    const meter = meterOf(maximumStageBytes);
    for (const document of input) {
      yield undefined;
      if (!document) continue;
      const id = idOf(document) ?? nullValue;
      const key = keyText(id);
      let group = groups.get(key);
      if (!group) {
        meter(key.length + id.end - id.start + bytesOfGroup);
        group = { id: id.detached(), accumulators: members.map((member) => member.create(meter)) };
        groups.set(key, group);
      }
      for (const accumulator of group.accumulators) accumulator.add(document);
    }
    for (const { id, accumulators: gathered } of groups.values()) {
      yield documentOf([
        { name: '_id', value: id },
        ...members.map(({ name }, index) => ({ name, value: (gathered[index] as Accumulator).result() })),
      ]);
    }
  }
  return { kind: 'other', run };
}
