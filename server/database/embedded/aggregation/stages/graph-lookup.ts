import { EngineError } from '../../errors.ts';
import { type Filter, parseFilter } from '../../query/filter.ts';
import { fieldPathParts, parsePath } from '../../query/path.ts';
import { field, items, type, type Value } from '../../values/bson.ts';
import { arrayOf, int64, nullValue } from '../../values/build.ts';
import { keyText } from '../../values/key.ts';
import { isNumber, readInteger } from '../../values/numbers.ts';
import { parseExpression } from '../expression.ts';
import { maximumStageBytes, type PipelineContext, type Stage } from '../stage.ts';
import { anyOf, valuesAt, withField } from './lookup.ts';
import { matchStage } from './match.ts';
import { members, requiredText, text } from './specification.ts';

const known = [
  'from',
  'startWith',
  'connectFromField',
  'connectToField',
  'as',
  'maxDepth',
  'depthField',
  'restrictSearchWithMatch',
];

/** `$graphLookup`: breadth first, one query for each depth, by the index on `connectToField` if there is one. */
export function parseGraphLookup(value: Value, context: PipelineContext): Stage {
  const given = members('$graphLookup', value, known);
  const from = requiredText('$graphLookup', given, 'from');
  const pathOf = (member: string): string[] => fieldPathParts(requiredText('$graphLookup', given, member));
  const as = pathOf('as');
  const fromPath = parsePath(pathOf('connectFromField').join('.'));
  const toPath = parsePath(pathOf('connectToField').join('.'));
  const depth = text('$graphLookup', given, 'depthField');
  const depthField = depth === undefined ? undefined : fieldPathParts(depth);
  const start = given.get('startWith');
  if (!start) throw new EngineError(40105, "$graphLookup requires 'startWith'");
  const startWith = parseExpression(start, context.scope);
  const depthGiven = given.get('maxDepth');
  const maxDepth = depthGiven && (isNumber(depthGiven) ? readInteger(depthGiven) : -1n);
  if (depthGiven && (maxDepth === undefined || maxDepth < 0n))
    throw new EngineError(40101, 'maxDepth requires a nonnegative argument');
  const restriction = given.get('restrictSearchWithMatch');
  if (restriction && restriction.type !== type.object)
    throw new EngineError(40185, 'restrictSearchWithMatch must be an object');
  const restricted = restriction && parseFilter(restriction, context.scope);
  return {
    kind: 'other',
    *run(input) {
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        const visited = new Map<string, Value>();
        const asked = new Set<string>();
        let bytes = 0;
        const started = startWith(document) ?? nullValue;
        let frontier = started.type === type.array ? items(started) : [started];
        for (let depth = 0n; frontier.length > 0 && (maxDepth === undefined || depth <= maxDepth); depth++) {
          const fresh = frontier.filter((each) => {
            const key = keyText(each);
            if (asked.has(key)) return false;
            asked.add(key);
            return true;
          });
          frontier = [];
          if (fresh.length === 0) break;
          const wanted: Filter = anyOf(toPath, fresh);
          const filter: Filter = restricted ? { kind: 'and', filters: [wanted, restricted] } : wanted;
          for (const found of context.run(from, [matchStage(filter)])) {
            yield undefined;
            if (!found) continue;
            const key = keyText(field(found, '_id') ?? nullValue);
            if (visited.has(key)) continue;
            bytes += found.end - found.start;
            if (bytes > maximumStageBytes)
              throw new EngineError(40099, '$graphLookup reached maximum memory consumption');
            visited.set(key, depthField ? withField(found, depthField, int64(depth)) : found);
            frontier.push(...valuesAt(found, fromPath));
          }
        }
        yield withField(document, as, arrayOf(visited.values()));
      }
    },
  };
}
