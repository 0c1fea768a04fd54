import { EngineError } from '../../errors.ts';
import { parseAddFields } from '../../query/add-fields.ts';
import { parseProjection } from '../../query/projection.ts';
import { elements, items, readString, type, typeNames, type Value } from '../../values/bson.ts';
import { documentOf, int32 } from '../../values/build.ts';
import { parseExpression } from '../expression.ts';
import { mapped, type PipelineContext, type Stage } from '../stage.ts';

export function parseProject(value: Value, { scope }: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(15969, '$project specification must be an object');
  const project = parseProjection(value, scope);
  if (!project)
    throw new EngineError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return { kind: 'other', run: mapped(project) };
}

export function parseUnset(value: Value, context: PipelineContext): Stage {
  const names = value.type === type.array ? items(value) : [value];
  const fields = names.map((name) => {
    if (name.type !== type.string)
      throw new EngineError(31120, '$unset specification must be a string or an array containing only string values');
    return { name: readString(name), value: int32(0) };
  });
  if (fields.length === 0)
    throw new EngineError(31119, '$unset specification must be a string or an array with at least one field');
  return parseProject(documentOf(fields), context);
}

export function parseReplaceRoot(value: Value, { scope }: PipelineContext, name: string): Stage {
  const options = name === '$replaceRoot' && value.type === type.object ? elements(value) : undefined;
  if (name === '$replaceRoot' && (options?.length !== 1 || options[0]?.name !== 'newRoot')) {
    throw new EngineError(40231, 'no newRoot specified for the $replaceRoot stage');
  }
  const expression = parseExpression(options?.[0]?.value ?? value, scope);
  return {
    kind: 'other',
    run: mapped((document) => {
      const root = expression(document);
      if (root?.type === type.object) return root;
      throw new EngineError(
        40228,
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${root ? typeNames[root.type] : 'missing'}`,
      );
    }),
  };
}

export function parseAdd(value: Value, { scope }: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(40272, '$addFields specification stage must be an object');
  return { kind: 'other', run: mapped(parseAddFields(value, scope)) };
}
