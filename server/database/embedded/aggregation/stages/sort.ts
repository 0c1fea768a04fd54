import { EngineError } from '../../errors.ts';
import { parseSort } from '../../query/sort.ts';
import { sortKey } from '../../storage/index-keys.ts';
import { type, type Value } from '../../values/bson.ts';
import { maximumStageBytes, type Stage } from '../stage.ts';

export function parseSortStage(value: Value): Stage {
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
        if (bytes > maximumStageBytes) {
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
