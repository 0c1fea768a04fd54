import { EngineError } from '../../errors.ts';
import { elements, items, readString, type, typeNames, type Value } from '../../values/bson.ts';
import { parseExpression } from '../expression.ts';
import { bind, checkVariableName } from '../scope.ts';
import type { PipelineContext, PipelineWrite, Stage } from '../stage.ts';
import { members, requiredText } from './specification.ts';
import { parsePipelineStages } from './update-stages.ts';

function writeStage(write: PipelineWrite): Stage {
  return { kind: 'write', write, run: (input) => input };
}

function targetOf(name: string, value: Value): { database: string | undefined; collection: string } {
  if (value.type === type.string) return { database: undefined, collection: readString(value) };
  if (value.type !== type.object)
    throw new EngineError(
      name === '$out' ? 16990 : 51178,
      `${name} only supports a string or object argument, but found ${typeNames[value.type]}`,
    );
  const given = members(name, value, ['db', 'coll']);
  const database = given.get('db');
  return { database: database && requiredText(name, given, 'db'), collection: requiredText(name, given, 'coll') };
}

export function parseOut(value: Value): Stage {
  return writeStage({ ...targetOf('$out', value), mode: 'replace' });
}

const matchedModes = ['replace', 'keepExisting', 'merge', 'fail'] as const;
const notMatchedModes = ['insert', 'discard', 'fail'] as const;

function modeOf<Mode extends string>(
  given: Map<string, Value>,
  member: string,
  modes: readonly Mode[],
  fallback: Mode,
): Mode {
  const value = given.get(member);
  if (!value) return fallback;
  const mode = value.type === type.string ? modes.find((each) => each === readString(value)) : undefined;
  if (!mode) throw new EngineError(2, `Enumeration value for field '$merge.${member}' is not a valid value.`);
  return mode;
}

function mergingPipeline(
  pipeline: Value,
  given: Map<string, Value>,
  context: PipelineContext,
): (document: Value, incoming: Value) => Value {
  const variables = given.get('let');
  const bound = variables?.type === type.object ? elements(variables) : [];
  for (const { name } of bound) checkVariableName(name);
  const values = bound.map(({ value }) => parseExpression(value, context.scope));
  const names = bound.map(({ name }) => name);
  // Without `let`, `$$new` is the incoming document.
  const inner = bind(context.scope, variables ? names : ['new']);
  const change = parsePipelineStages(items(pipeline), { ...context, scope: inner.scope }, '$merge');
  return (document, incoming) => {
    for (const [index, cell] of inner.cells.entries()) {
      cell.value = variables ? values[index]?.(incoming) : incoming;
    }
    return change(document);
  };
}

export function parseMerge(value: Value, context: PipelineContext): Stage {
  const given =
    value.type === type.string
      ? new Map([['into', value]])
      : members('$merge', value, ['into', 'on', 'let', 'whenMatched', 'whenNotMatched']);
  const into = given.get('into');
  if (!into) throw new EngineError(40414, "BSON field '$merge.into' is missing but a required field");
  const onGiven = given.get('on');
  const onValues = onGiven && (onGiven.type === type.array ? items(onGiven) : [onGiven]);
  const on = onValues?.map((each) => {
    if (each.type !== type.string) throw new EngineError(51186, `$merge 'on' array elements must be strings`);
    return readString(each);
  });
  if (on?.length === 0)
    throw new EngineError(51187, "If explicitly specifying $merge 'on', must include at least one field");
  const matched = given.get('whenMatched');
  const whenMatched =
    matched?.type === type.array
      ? mergingPipeline(matched, given, context)
      : modeOf(given, 'whenMatched', matchedModes, 'merge');
  return writeStage({
    ...targetOf('$merge', into),
    mode: 'merge',
    on,
    whenMatched,
    whenNotMatched: modeOf(given, 'whenNotMatched', notMatchedModes, 'insert'),
  });
}
