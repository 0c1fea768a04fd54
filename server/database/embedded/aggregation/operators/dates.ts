import { EngineError } from '../../errors.ts';
import { elements, items, readString, type, type Value } from '../../values/bson.ts';
import { date, int32, int64, nullValue, plainValue } from '../../values/build.ts';
import { isNumber, readDouble, readInteger } from '../../values/numbers.ts';
import {
  type Build,
  type Expression,
  expressionTruth,
  isPresent,
  type Operator,
  type Operators,
  parameters,
  typeName,
} from '../operator.ts';
import type { Scope } from '../scope.ts';
import {
  addUnits,
  dayLength,
  dayOfYear,
  isoWeek,
  isoWeekday,
  localDate,
  sundayWeek,
  truncate,
  type Unit,
  units,
  unitsBetween,
  weekdays,
} from './calendar.ts';
import { parseDateText } from './conversion.ts';
import { formatDate, refuseFormat } from './date-text.ts';
import { fromLocalTime, localTime, parseZone, utc, type Zone } from './time-zone.ts';

/** Milliseconds of a date, a timestamp or an ObjectId. */
function momentOf(value: Value): number {
  if (value.type === type.date) return Number(value.bytes.readBigInt64LE(value.start));
  if (value.type === type.timestamp) return value.bytes.readUInt32LE(value.start + 4) * 1000;
  if (value.type === type.objectId) return value.bytes.readUInt32BE(value.start) * 1000;
  throw new EngineError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** The zone a parameter names: UTC without one, undefined where it is null. */
function zoneOf(expression: Expression | undefined, document: Value): Zone | undefined {
  if (!expression) return utc;
  const value = expression(document);
  if (!isPresent(value)) return undefined;
  if (value.type !== type.string)
    throw new EngineError(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  return parseZone(readString(value));
}

/** `{ $year: date }`, `{ $year: [date] }` or `{ $year: { date, timezone } }`. */
function part(read: (local: number) => Value): Operator {
  return (operand, scope, build, name) => {
    const named = operand.type === type.object && !elements(operand)[0]?.name.startsWith('$');
    const given = named ? parameters(name, operand, ['date', 'timezone'], ['date'], 40535) : undefined;
    const listed = operand.type === type.array ? items(operand) : [operand];
    if (listed.length !== 1)
      throw new EngineError(
        40536,
        `${name} accepts exactly one argument if given an array, but was given ${listed.length}`,
      );
    const when = build(given?.get('date') ?? (listed[0] as Value), scope);
    const zoneGiven = given?.get('timezone');
    const zoneExpression = zoneGiven && build(zoneGiven, scope);
    return (document) => {
      const value = when(document);
      const zone = zoneOf(zoneExpression, document);
      return isPresent(value) && zone ? read(localTime(momentOf(value), zone)) : nullValue;
    };
  };
}

function field(read: (local: Date) => number): Operator {
  return part((local) => int32(read(new Date(local))));
}

type Parts = { [name: string]: Expression | undefined };

function built(names: readonly string[], given: Map<string, Value>, scope: Scope, build: Build): Parts {
  return Object.fromEntries(
    names.map((name) => {
      const value = given.get(name);
      return [name, value && build(value, scope)];
    }),
  );
}

function unitOf(value: Value, name: string): Unit {
  if (value.type !== type.string)
    throw new EngineError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  const unit = units.find((known) => known === readString(value));
  if (!unit) throw new EngineError(9, `unknown time unit value: ${readString(value)}`);
  return unit;
}

function weekStart(value: Value | undefined, name: string): number | undefined {
  if (!value) return 6;
  if (!isPresent(value)) return undefined;
  if (value.type !== type.string)
    throw new EngineError(5439015, `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`);
  const wanted = readString(value).toLowerCase();
  const found = weekdays.findIndex((day) => day === wanted || day.slice(0, 3) === wanted);
  if (found < 0) throw new EngineError(9, `unknown day of week value: ${readString(value)}`);
  return found;
}

const toText: Operator = (operand, scope, build, name) => {
  const names = ['date', 'format', 'timezone', 'onNull'];
  const parts = built(names, parameters(name, operand, names, ['date'], 18534), scope, build);
  return (document) => {
    const value = parts.date?.(document);
    if (!isPresent(value)) return parts.onNull ? parts.onNull(document) : nullValue;
    const zone = zoneOf(parts.timezone, document);
    const format = parts.format?.(document);
    if (!zone || (parts.format && !isPresent(format))) return nullValue;
    if (format && format.type !== type.string)
      throw new EngineError(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`);
    const standard = `%Y-%m-%dT%H:%M:%S.%L${zone.utc ? 'Z' : ''}`;
    return plainValue(formatDate(momentOf(value), format ? readString(format) : standard, zone));
  };
};

const fromText: Operator = (operand, scope, build, name) => {
  const names = ['dateString', 'timezone', 'onError', 'onNull'];
  const given = parameters(name, operand, [...names, 'format'], ['dateString'], 40540);
  if (given.has('format')) throw refuseFormat(name);
  const parts = built(names, given, scope, build);
  return (document) => {
    const value = parts.dateString?.(document);
    const zone = zoneOf(parts.timezone, document);
    if (!isPresent(value)) return parts.onNull ? parts.onNull(document) : nullValue;
    if (!zone) return nullValue;
    try {
      if (value.type !== type.string)
        throw new EngineError(241, `$dateFromString requires that 'dateString' be a string, found: ${typeName(value)}`);
      const { local, offset } = parseDateText(readString(value));
      if (offset !== undefined && parts.timezone)
        throw new EngineError(
          241,
          'you cannot pass in a date/time string with time zone information together with a timezone argument',
        );
      return date(offset === undefined ? fromLocalTime(local, zone) : local - offset);
    } catch (error) {
      if (parts.onError && error instanceof EngineError && error.code === 241) return parts.onError(document);
      throw error;
    }
  };
};

const toParts: Operator = (operand, scope, build, name) => {
  const names = ['date', 'timezone', 'iso8601'];
  const parts = built(names, parameters(name, operand, names, ['date'], 40520), scope, build);
  return (document) => {
    const value = parts.date?.(document);
    const zone = zoneOf(parts.timezone, document);
    const iso = parts.iso8601?.(document);
    if (!isPresent(value) || !zone || (parts.iso8601 && !isPresent(iso))) return nullValue;
    const local = localTime(momentOf(value), zone);
    const at = new Date(local);
    const time = {
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      millisecond: at.getUTCMilliseconds(),
    };
    if (expressionTruth(iso)) {
      const { year, week } = isoWeek(local);
      return plainValue({ isoWeekYear: year, isoWeek: week, isoDayOfWeek: isoWeekday(local), ...time });
    }
    return plainValue({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ...time });
  };
};

const partNames = [
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
];

const fromParts: Operator = (operand, scope, build, name) => {
  const given = parameters(name, operand, [...partNames, 'timezone'], [], 40518);
  if (!given.has('year') && !given.has('isoWeekYear'))
    throw new EngineError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  const iso = given.has('isoWeekYear');
  const foreign = (iso ? ['year', 'month', 'day'] : ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']).find((other) =>
    given.has(other),
  );
  if (foreign)
    throw new EngineError(40489, `$dateFromParts does not allow mixing natural dates with ISO dates: ${foreign}`);
  const parts = built([...partNames, 'timezone'], given, scope, build);
  return (document) => {
    const numbers = new Map<string, number>();
    for (const each of partNames) {
      const expression = parts[each];
      if (!expression) continue;
      const value = expression(document);
      if (!isPresent(value)) return nullValue;
      const whole = isNumber(value) ? readInteger(value) : undefined;
      if (whole === undefined)
        throw new EngineError(40515, `'${each}' must evaluate to an integer, found ${typeName(value)}`);
      numbers.set(each, Number(whole));
    }
    const zone = zoneOf(parts.timezone, document);
    if (!zone) return nullValue;
    const read = (each: string, fallback: number): number => numbers.get(each) ?? fallback;
    const year = read(iso ? 'isoWeekYear' : 'year', 1970);
    if (year < 1 || year > 9999)
      throw new EngineError(40523, `'year' must evaluate to an integer in the range 1 to 9999, found ${year}`);
    let day = localDate(year, read('month', 1) - 1, read('day', 1));
    if (iso) {
      const fourth = localDate(year, 0, 4);
      day = fourth + (read('isoWeek', 1) * 7 - 7 + read('isoDayOfWeek', 1) - isoWeekday(fourth)) * dayLength;
    }
    const time =
      read('hour', 0) * 3_600_000 + read('minute', 0) * 60_000 + read('second', 0) * 1000 + read('millisecond', 0);
    return date(fromLocalTime(day + time, zone));
  };
};

function adding(sign: 1 | -1): Operator {
  return (operand, scope, build, name) => {
    const names = ['startDate', 'unit', 'amount', 'timezone'];
    const parts = built(names, parameters(name, operand, names, names.slice(0, 3), 5166400), scope, build);
    return (document) => {
      const [start, unit, amount] = [parts.startDate, parts.unit, parts.amount].map((each) => each?.(document));
      const zone = zoneOf(parts.timezone, document);
      if (!isPresent(start) || !isPresent(unit) || !isPresent(amount) || !zone) return nullValue;
      const whole = isNumber(amount) ? readInteger(amount) : undefined;
      if (whole === undefined) throw new EngineError(5166405, `${name} expects integer amount of time units`);
      const result = addUnits(momentOf(start), unitOf(unit, name), sign * Number(whole), zone);
      if (!Number.isFinite(result)) throw new EngineError(5166406, `${name} overflowed`);
      return date(result);
    };
  };
}

const difference: Operator = (operand, scope, build, name) => {
  const names = ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'];
  const parts = built(names, parameters(name, operand, names, names.slice(0, 3), 5166302), scope, build);
  return (document) => {
    const [start, end, unitValue] = [parts.startDate, parts.endDate, parts.unit].map((each) => each?.(document));
    const zone = zoneOf(parts.timezone, document);
    if (!isPresent(start) || !isPresent(end) || !isPresent(unitValue) || !zone) return nullValue;
    const unit = unitOf(unitValue, name);
    const week = unit === 'week' ? weekStart(parts.startOfWeek && (parts.startOfWeek(document) ?? nullValue), name) : 6;
    if (week === undefined) return nullValue;
    return int64(BigInt(unitsBetween(momentOf(start), momentOf(end), unit, zone, week)));
  };
};

const truncation: Operator = (operand, scope, build, name) => {
  const names = ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'];
  const parts = built(names, parameters(name, operand, names, names.slice(0, 2), 5439007), scope, build);
  return (document) => {
    const [when, unitValue] = [parts.date, parts.unit].map((each) => each?.(document));
    const sizeValue = parts.binSize?.(document);
    const zone = zoneOf(parts.timezone, document);
    if (!isPresent(when) || !isPresent(unitValue) || !zone || (parts.binSize && !isPresent(sizeValue)))
      return nullValue;
    const unit = unitOf(unitValue, name);
    const week = unit === 'week' ? weekStart(parts.startOfWeek && (parts.startOfWeek(document) ?? nullValue), name) : 6;
    if (week === undefined) return nullValue;
    const size = sizeValue ? (isNumber(sizeValue) ? readDouble(sizeValue) : Number.NaN) : 1;
    if (!Number.isInteger(size) || size < 1)
      throw new EngineError(5439018, `${name} requires 'binSize' to be greater than 0, but got value ${size}`);
    return date(truncate(momentOf(when), unit, size, zone, week));
  };
};

export const dateOperators: Operators = {
  $year: field((local) => local.getUTCFullYear()),
  $month: field((local) => local.getUTCMonth() + 1),
  $dayOfMonth: field((local) => local.getUTCDate()),
  $dayOfYear: part((local) => int32(dayOfYear(local))),
  $dayOfWeek: field((local) => local.getUTCDay() + 1),
  $hour: field((local) => local.getUTCHours()),
  $minute: field((local) => local.getUTCMinutes()),
  $second: field((local) => local.getUTCSeconds()),
  $millisecond: field((local) => local.getUTCMilliseconds()),
  $week: part((local) => int32(sundayWeek(local))),
  $isoWeek: part((local) => int32(isoWeek(local).week)),
  $isoWeekYear: part((local) => int64(BigInt(isoWeek(local).year))),
  $isoDayOfWeek: part((local) => int32(isoWeekday(local))),
  $dateToString: toText,
  $dateFromString: fromText,
  $dateToParts: toParts,
  $dateFromParts: fromParts,
  $dateAdd: adding(1),
  $dateSubtract: adding(-1),
  $dateDiff: difference,
  $dateTrunc: truncation,
};
