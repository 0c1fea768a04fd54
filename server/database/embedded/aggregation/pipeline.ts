import { EngineError, unsupported } from '../errors.ts';
import { type Filter, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { parsePath } from '../query/path.ts';
import { parseAddFields, parseProjection } from '../query/projection.ts';
import { parseSort } from '../query/run.ts';
import { type IndexField, sortKey } from '../storage/index-keys.ts';
import { changeAt, closeNode, type MutableDocument, openDocument } from '../update/mutable.ts';
import { elements, items, readBoolean, readString, type, typeNames, Value } from '../values/bson.ts';
import { documentOf, int32, int64, nullValue } from '../values/build.ts';
import { isNumber, readInteger } from '../values/numbers.ts';
import { parseExpression } from './expression.ts';
import { parseGroup } from './group.ts';

/** Documents on their way; undefined means «nothing yet», where the consumer may pause. */
export type Stream = Iterable<Value | undefined>;

/** One parsed stage; what the query itself can do (filter, order, window) is known by its kind. */
export type Stage =
  | { kind: 'match'; filter: Filter; run: (input: Stream) => Stream }
  | { kind: 'sort'; sort: IndexField[]; run: (input: Stream) => Stream }
  | { kind: 'skip' | 'limit'; count: number; run: (input: Stream) => Stream }
  | { kind: 'other'; run: (input: Stream) => Stream };

const maximumSortBytes = 100 * 1024 * 1024;

function mapped(change: (document: Value) => Value): (input: Stream) => Stream {
  return function* map(input) {
    for (const document of input) yield document && change(document);
  };
}

function parseMatch(value: Value): Stage {
  if (value.type !== type.object) throw new EngineError(15959, 'the match filter must be an expression in an object');
  const filter = parseFilter(value);
  const matches = compileFilter(filter);
  return {
    kind: 'match',
    filter,
    *run(input) {
      for (const document of input) yield document && matches(document) ? document : undefined;
    },
  };
}

function parseSortStage(value: Value): Stage {
  if (value.type !== type.object) throw new EngineError(15973, 'the $sort key specification must be an object');
  const sort = parseSort(value);
  if (sort.length === 0) throw new EngineError(15976, '$sort stage must have at least one sort key');
  return {
    kind: 'sort',
    sort,
    *run(input) {
      const keyed: { key: Buffer; document: Value }[] = [];
      let bytes = 0;
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        bytes += document.end - document.start;
        if (bytes > maximumSortBytes) {
          throw new EngineError(
            292,
            'Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.',
          );
        }
        keyed.push({ key: sortKey(sort, document), document });
      }
      keyed.sort((left, right) => Buffer.compare(left.key, right.key));
      for (const { document } of keyed) yield document;
    },
  };
}

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

function parseLimit(value: Value): Stage {
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

function parseSkip(value: Value): Stage {
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

function parseCount(value: Value): Stage {
  const name = value.type === type.string ? readString(value) : '';
  if (name === '' || name.startsWith('$') || name.includes('.')) {
    throw new EngineError(40156, 'the count field must be a non-empty string without $ and .');
  }
  return {
    kind: 'other',
    *run(input) {
      let counted = 0;
      for (const document of input) {
        if (document) counted++;
        yield undefined;
      }
      if (counted > 0) yield documentOf([{ name, value: counted < 2 ** 31 ? int32(counted) : int64(BigInt(counted)) }]);
    },
  };
}

type Unwind = { path: string; indexField?: string; keepsEmpty: boolean };

function parseUnwindOptions(value: Value): Unwind {
  if (value.type === type.string) return { path: readString(value), keepsEmpty: false };
  if (value.type !== type.object)
    throw new EngineError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeNames[value.type]}`,
    );
  const options: Unwind = { path: '', keepsEmpty: false };
  for (const { name, value: option } of elements(value)) {
    if (name === 'path' && option.type === type.string) options.path = readString(option);
    else if (name === 'includeArrayIndex' && option.type === type.string) options.indexField = readString(option);
    else if (name === 'preserveNullAndEmptyArrays' && option.type === type.boolean)
      options.keepsEmpty = readBoolean(option);
    else throw new EngineError(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  if (options.path === '') throw new EngineError(28812, 'no path specified to $unwind stage');
  return options;
}

function parseUnwind(value: Value): Stage {
  const { path, indexField, keepsEmpty } = parseUnwindOptions(value);
  if (!path.startsWith('$'))
    throw new EngineError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const { parts } = parsePath(path.slice(1));
  const read = parseExpression(documentOfPath(path));
  const placed = (document: Value, item: Value | undefined, index: Value): Value => {
    const root: MutableDocument = openDocument(document);
    if (item) changeAt(root, parts, true, () => item);
    else changeAt(root, parts, false, () => 'removed');
    if (indexField !== undefined) changeAt(root, indexField.split('.'), true, () => index);
    return closeNode(root);
  };
  return {
    kind: 'other',
    *run(input) {
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        const found = read(document);
        if (found?.type === type.array) {
          const members = items(found);
          for (const [index, item] of members.entries()) yield placed(document, item, int64(BigInt(index)));
          if (members.length === 0 && keepsEmpty) yield placed(document, undefined, nullValue);
        } else if (found && found.type !== type.null) yield placed(document, found, nullValue);
        else if (keepsEmpty) yield placed(document, found, nullValue);
      }
    },
  };
}

function documentOfPath(path: string): Value {
  const bytes = Buffer.from(path);
  const string = Buffer.alloc(bytes.length + 5);
  string.writeInt32LE(bytes.length + 1);
  bytes.copy(string, 4);
  return new Value(type.string, string, 0, string.length);
}

function parseProject(value: Value): Stage {
  if (value.type !== type.object) throw new EngineError(15969, '$project specification must be an object');
  const project = parseProjection(value);
  if (!project)
    throw new EngineError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return { kind: 'other', run: mapped(project) };
}

function parseUnset(value: Value): Stage {
  const names = value.type === type.array ? items(value) : [value];
  const fields = names.map((name) => {
    if (name.type !== type.string)
      throw new EngineError(31120, '$unset specification must be a string or an array containing only string values');
    return { name: readString(name), value: int32(0) };
  });
  if (fields.length === 0)
    throw new EngineError(31119, '$unset specification must be a string or an array with at least one field');
  return parseProject(documentOf(fields));
}

function parseReplaceRoot(value: Value, name: string): Stage {
  const options = name === '$replaceRoot' && value.type === type.object ? elements(value) : undefined;
  if (name === '$replaceRoot' && (options?.length !== 1 || options[0]?.name !== 'newRoot')) {
    throw new EngineError(40231, 'no newRoot specified for the $replaceRoot stage');
  }
  const expression = parseExpression(options?.[0]?.value ?? value);
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

function parseAdd(value: Value): Stage {
  if (value.type !== type.object) throw new EngineError(40272, '$addFields specification stage must be an object');
  return { kind: 'other', run: mapped(parseAddFields(value)) };
}

/** The stages on the allow-list. */
const stages: Record<string, ((value: Value, name: string) => Stage) | undefined> = {
  $match: parseMatch,
  $group: (value) => ({ kind: 'other', run: parseGroup(value) }),
  $sort: parseSortStage,
  $project: parseProject,
  $addFields: parseAdd,
  $set: parseAdd,
  $unset: parseUnset,
  $limit: parseLimit,
  $skip: parseSkip,
  $count: parseCount,
  $unwind: parseUnwind,
  $replaceRoot: parseReplaceRoot,
  $replaceWith: parseReplaceRoot,
};

export function parsePipeline(pipeline: readonly Value[]): Stage[] {
  return pipeline.map((stage) => {
    const members = stage.type === type.object ? elements(stage) : [];
    const [member] = members;
    if (!member || members.length !== 1) {
      throw new EngineError(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    const parse = stages[member.name];
    if (!parse) throw unsupported(`the pipeline stage ${member.name}`, 40324);
    return parse(member.value, member.name);
  });
}
