import { EngineError } from '../../errors.ts';
import { elements, items, readString, type, typeNames, type Value } from '../../values/bson.ts';
import { arrayOf, documentOf, plainValue } from '../../values/build.ts';
import { compareValues, typeClass } from '../../values/compare.ts';
import { parseExpression } from '../expression.ts';
import { maximumStageBytes, type PipelineContext, runStages, type Stage, type Stream } from '../stage.ts';
import { members } from './specification.ts';

function composed(stages: readonly Stage[]): Stage {
  return { kind: 'other', run: (input) => runStages(stages, input) };
}

/** Stages which may not stand within another. */
const outermost = ['$out', '$merge', '$facet', '$documents', '$geoNear', '$collStats', '$indexStats', '$changeStream'];

function* collected(input: Stream, into: Value[], name: string): Generator<undefined> {
  let bytes = 0;
  for (const document of input) {
    yield undefined;
    if (!document) continue;
    bytes += document.end - document.start;
    if (bytes > maximumStageBytes)
      throw new EngineError(4031700, `${name} exceeded its memory limit of ${maximumStageBytes} bytes`);
    into.push(document);
  }
}

export function parseFacet(value: Value, context: PipelineContext): Stage {
  if (value.type !== type.object || elements(value).length === 0)
    throw new EngineError(40169, 'the $facet specification must be a non-empty object');
  const facets = elements(value).map(({ name, value: pipeline }) => {
    if (name.startsWith('$') || name.includes('.')) throw new EngineError(16412, `invalid $facet field name: ${name}`);
    if (pipeline.type !== type.array)
      throw new EngineError(40170, `arguments to $facet must be arrays, ${name} is type ${typeNames[pipeline.type]}`);
    for (const stage of items(pipeline)) {
      const first = stage.type === type.object ? elements(stage)[0]?.name : undefined;
      if (first && outermost.includes(first))
        throw new EngineError(40600, `${first} is not allowed to be used within a $facet stage`);
    }
    return { name, stages: context.parse(items(pipeline), context) };
  });
  return {
    kind: 'other',
    *run(input) {
      const documents: Value[] = [];
      yield* collected(input, documents, '$facet');
      const outputs: { name: string; value: Value }[] = [];
      for (const { name, stages } of facets) {
        const results: Value[] = [];
        yield* collected(runStages(stages, documents), results, '$facet');
        outputs.push({ name, value: arrayOf(results) });
      }
      yield documentOf(outputs);
    },
  };
}

export function parseSortByCount(value: Value, context: PipelineContext): Stage {
  const isExpression =
    (value.type === type.string && readString(value).startsWith('$')) ||
    (value.type === type.object && elements(value)[0]?.name.startsWith('$'));
  if (!isExpression)
    throw new EngineError(
      40147,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  const group = plainValue({ $group: { _id: value, count: { $sum: 1 } } });
  return composed(context.parse([group, plainValue({ $sort: { count: -1 } })], context));
}

function checkBoundaries(boundaries: Value | undefined): Value[] {
  if (boundaries?.type !== type.array) throw new EngineError(40200, "The $bucket 'boundaries' field must be an array");
  const values = items(boundaries).map((boundary) => {
    const constant = parseExpression(boundary, { now: 0, cells: new Map(), constant: true })(documentOf([]));
    if (!constant) throw new EngineError(40191, "The $bucket 'boundaries' field must be an array of constant values");
    return constant;
  });
  if (values.length < 2)
    throw new EngineError(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${values.length} value(s).`,
    );
  for (const [index, upper] of values.entries()) {
    const lower = values[index - 1];
    if (!lower) continue;
    if (typeClass(lower.type) !== typeClass(upper.type))
      throw new EngineError(40193, "All values in the the 'boundaries' option to $bucket must have the same type.");
    if (compareValues(lower, upper) >= 0)
      throw new EngineError(40194, "The 'boundaries' option to $bucket must be sorted");
  }
  return values;
}

/** `$bucket`: a group by the boundary at or below a value, in the order of the boundaries. */
export function parseBucket(value: Value, context: PipelineContext): Stage {
  if (value.type !== type.object) throw new EngineError(40201, 'Argument to $bucket stage must be an object');
  const given = members('$bucket', value, ['groupBy', 'boundaries', 'default', 'output']);
  const groupBy = given.get('groupBy');
  if (!groupBy) throw new EngineError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const boundaries = checkBoundaries(given.get('boundaries'));
  const [lowest, highest] = [boundaries[0] as Value, boundaries.at(-1) as Value];
  const other = given.get('default');
  if (
    other &&
    typeClass(other.type) === typeClass(lowest.type) &&
    compareValues(other, lowest) >= 0 &&
    compareValues(other, highest) < 0
  )
    throw new EngineError(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  const output = given.get('output');
  if (output && output.type !== type.object)
    throw new EngineError(40196, "The $bucket 'output' field must be an object");
  const branches = boundaries.slice(1).map((upper, index) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: boundaries[index] }] }, { $lt: [groupBy, { $literal: upper }] }] },
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name
    then: { $literal: boundaries[index] },
  }));
  const id = plainValue({ $switch: { branches, default: other } });
  const fields = output ? elements(output) : [{ name: 'count', value: plainValue({ $sum: 1 }) }];
  const group = plainValue({ $group: documentOf([{ name: '_id', value: id }, ...fields]) });
  return composed(context.parse([group, plainValue({ $sort: { _id: 1 } })], context));
}

export function parseUnionWith(value: Value, context: PipelineContext): Stage {
  const given =
    value.type === type.string ? new Map([['coll', value]]) : members('$unionWith', value, ['coll', 'pipeline']);
  const collection = given.get('coll');
  if (collection && collection.type !== type.string)
    throw new EngineError(14, "BSON field '$unionWith.coll' is the wrong type");
  const pipeline = given.get('pipeline');
  if (pipeline && pipeline.type !== type.array)
    throw new EngineError(14, "BSON field '$unionWith.pipeline' is the wrong type");
  const stages = pipeline ? context.parse(items(pipeline), context) : [];
  if (stages.some(({ kind }) => kind === 'write'))
    throw new EngineError(31441, '$out and $merge are not allowed within a $unionWith');
  if (!collection && stages[0]?.kind !== 'documents')
    throw new EngineError(
      9,
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  return {
    kind: 'other',
    *run(input) {
      yield* input;
      yield* context.run(collection && readString(collection), stages);
    },
  };
}

export function parseDocuments(value: Value, { scope }: PipelineContext): Stage {
  const list = parseExpression(value, scope);
  return {
    kind: 'documents',
    *run() {
      const found = list(documentOf([]));
      if (found?.type !== type.array)
        throw new EngineError(5858203, "an array is expected as the argument of the '$documents' stage");
      for (const item of items(found)) {
        if (item.type !== type.object) throw new EngineError(40228, "'$documents' must be a list of objects");
        yield item;
      }
    },
  };
}
