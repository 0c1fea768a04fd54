import { EngineError } from '../../errors.ts';
import { readString, type, typeNames, type Value } from '../../values/bson.ts';
import { documentOf, int32, int64 } from '../../values/build.ts';
import { isNumber, readInteger } from '../../values/numbers.ts';
import type { Stage } from '../stage.ts';

function count(name: string, value: Value, minimum: number): number {
  const whole = isNumber(value) ? readInteger(value) : undefined;
  if (whole === undefined) {
    const code = name === '$limit' ? 2107201 : 5107200;
    throw new EngineError(
      code,
      `invalid argument to ${name} stage: Expected a number in: ${name}: ${typeNames[value.type]}`,
    );
  }
  if (whole < 0n)
    throw new EngineError(
      name === '$limit' ? 2107201 : 5107200,
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${whole}`,
    );
  if (whole < BigInt(minimum)) throw new EngineError(15958, 'the limit must be positive');
  return Number(whole);
}

export function parseLimit(value: Value): Stage {
  const limit = count('$limit', value, 1);
  return {
    kind: 'limit',
    count: limit,
    *run(input) {
      let passed = 0;
      for (const document of input) {
        yield document;
        if (document && ++passed >= limit) return;
      }
    },
  };
}

export function parseSkip(value: Value): Stage {
  const skip = count('$skip', value, 0);
  return {
    kind: 'skip',
    count: skip,
    *run(input) {
      let met = 0;
      for (const document of input) yield document && met++ >= skip ? document : undefined;
    },
  };
}

export function parseCount(value: Value): Stage {
  const name = value.type === type.string ? readString(value) : '';
  if (name === '' || name.startsWith('$') || name.includes('.')) {
    throw new EngineError(40156, 'the count field must be a non-empty string without $ and .');
  }
  return countStage((count) => documentOf([{ name, value: countValue(count) }]));
}

function countValue(count: number): Value {
  return count < 2 ** 31 ? int32(count) : int64(BigInt(count));
}

/** A stage that makes one document of how many it gets, and none of none. */
export function countStage(counted: (count: number) => Value): Stage {
  return {
    kind: 'count',
    counted,
    *run(input) {
      let count = 0;
      for (const document of input) {
        if (document) count++;
        yield undefined;
      }
      if (count > 0) yield counted(count);
    },
  };
}
