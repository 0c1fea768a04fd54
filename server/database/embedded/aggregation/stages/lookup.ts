import { EngineError } from '../../errors.ts';
import type { Filter } from '../../query/filter.ts';
import { fieldPathParts, type Path, parsePath, visitPath } from '../../query/path.ts';
import { changeAt, closeNode, openDocument } from '../../update/mutable.ts';
import { elements, items, type, type Value } from '../../values/bson.ts';
import { arrayOf, nullValue } from '../../values/build.ts';
import { parseExpression } from '../expression.ts';
import { bind, checkVariableName } from '../scope.ts';
import { maximumStageBytes, type PipelineContext, type Stage } from '../stage.ts';
import { matchStage } from './match.ts';
import { members, requiredText, text } from './specification.ts';

/** The values at a path, arrays opened. */
export function valuesAt(document: Value, path: Path): Value[] {
  const values: Value[] = [];
  visitPath(document.bytes, document.start, path, false, (value) => {
    if (value?.type === type.array) values.push(...items(value));
    else if (value) values.push(value);
    return false;
  });
  return values;
}

/** A field equal to one of the values; missing and null are alike. */
export function anyOf(path: Path, values: readonly Value[]): Filter {
  const operands = values.map((value) => (value.type === type.undefined ? nullValue : value));
  const [only] = operands;
  if (only && operands.length === 1)
    return { kind: 'path', path, test: { kind: 'compare', operator: '$eq', operand: only } };
  return { kind: 'path', path, test: { kind: 'in', operands: [...operands], patterns: [] } };
}

export function withField(document: Value, path: readonly string[], value: Value): Value {
  const root = openDocument(document);
  changeAt(root, path, 'create', () => value);
  return closeNode(root);
}

/** The stages of a pipeline within `$lookup`, and what binds its variables for a document. */
function parseInner(
  given: Map<string, Value>,
  context: PipelineContext,
): { stages: Stage[]; enter: (document: Value) => void } {
  const variables = given.get('let');
  const pipeline = given.get('pipeline');
  if (variables && variables.type !== type.object) throw new EngineError(9, "$lookup argument 'let' must be an object");
  if (pipeline && pipeline.type !== type.array) throw new EngineError(9, "A $lookup's 'pipeline' must be an array");
  const bound = variables ? elements(variables) : [];
  for (const { name } of bound) checkVariableName(name);
  const values = bound.map(({ value }) => parseExpression(value, context.scope));
  const inner = bind(
    context.scope,
    bound.map(({ name }) => name),
  );
  const stages = pipeline ? context.parse(items(pipeline), { ...context, scope: inner.scope }) : [];
  if (stages.some(({ kind }) => kind === 'write'))
    throw new EngineError(51047, '$out and $merge are not allowed within a $lookup');
  return {
    stages,
    enter(document) {
      for (const [index, cell] of inner.cells.entries()) cell.value = values[index]?.(document);
    },
  };
}

export function parseLookup(value: Value, context: PipelineContext): Stage {
  const given = members('$lookup', value, ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']);
  const as = fieldPathParts(requiredText('$lookup', given, 'as'));
  const from = text('$lookup', given, 'from');
  const [local, foreign] = [text('$lookup', given, 'localField'), text('$lookup', given, 'foreignField')];
  if ((local === undefined) !== (foreign === undefined))
    throw new EngineError(9, '$lookup requires both or neither of localField and foreignField to be specified');
  if (local === undefined && !given.has('pipeline'))
    throw new EngineError(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  if (given.has('let') && !given.has('pipeline'))
    throw new EngineError(9, "$lookup with a 'let' argument must also specify 'pipeline'");
  const { stages, enter } = parseInner(given, context);
  if (from === undefined && stages[0]?.kind !== 'documents')
    throw new EngineError(9, "must specify 'pipeline' that starts with $documents when 'from' is not specified");
  const [localPath, foreignPath] = [local, foreign].map((path) =>
    path === undefined ? undefined : parsePath(fieldPathParts(path).join('.')),
  );
  return {
    kind: 'other',
    *run(input) {
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        enter(document);
        const found: Value[] = [];
        let bytes = 0;
        for (const joined of context.run(from, joining(document, localPath, foreignPath, stages))) {
          yield undefined;
          if (!joined) continue;
          bytes += joined.end - joined.start;
          if (bytes > maximumStageBytes)
            throw new EngineError(
              4568,
              `Total size of documents in ${from ?? '$documents'} matching pipeline's $lookup stage exceeds ${maximumStageBytes} bytes`,
            );
          found.push(joined);
        }
        yield withField(document, as, arrayOf(found));
      }
    },
  };
}

function joining(
  document: Value,
  local: Path | undefined,
  foreign: Path | undefined,
  stages: readonly Stage[],
): Stage[] {
  if (!local || !foreign) return [...stages];
  const values = valuesAt(document, local);
  const match = matchStage(anyOf(foreign, values.length === 0 ? [nullValue] : values));
  // Documents a pipeline makes itself are joined after it made them.
  const [first, ...rest] = stages;
  return first?.kind === 'documents' ? [first, match, ...rest] : [match, ...stages];
}
