import { EngineError } from '../../errors.ts';
import { elements, readString, type, typeNames, type Value } from '../../values/bson.ts';

/** The members of a stage's object; throws 40415 for one it does not know. */
export function members(name: string, value: Value, known: readonly string[]): Map<string, Value> {
  if (value.type !== type.object)
    throw new EngineError(9, `the ${name} stage specification must be an object, but found ${typeNames[value.type]}`);
  const given = new Map<string, Value>();
  for (const member of elements(value)) {
    if (!known.includes(member.name))
      throw new EngineError(40415, `BSON field '${name}.${member.name}' is an unknown field.`);
    given.set(member.name, member.value);
  }
  return given;
}

/** A member that must be a string; undefined where it is not given. */
export function text(name: string, given: Map<string, Value>, member: string): string | undefined {
  const value = given.get(member);
  if (!value) return undefined;
  if (value.type !== type.string)
    throw new EngineError(9, `${name} argument '${member}' must be a string, found ${typeNames[value.type]}`);
  return readString(value);
}

export function requiredText(name: string, given: Map<string, Value>, member: string): string {
  const found = text(name, given, member);
  if (found === undefined) throw new EngineError(9, `must specify '${member}' field for a ${name}`);
  return found;
}
