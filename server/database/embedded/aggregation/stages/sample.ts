import { randomInt } from 'node:crypto';
import { EngineError } from '../../errors.ts';
import { type, type Value } from '../../values/bson.ts';
import { isNumber, readDouble } from '../../values/numbers.ts';
import { maximumStageBytes, type Stage } from '../stage.ts';
import { members } from './specification.ts';

/** `$sample`: so many documents by chance, in an order by chance (a reservoir, then shuffled). */
export function parseSample(value: Value): Stage {
  if (value.type !== type.object) throw new EngineError(28745, 'the $sample stage specification must be an object');
  const wanted = members('$sample', value, ['size']).get('size');
  if (!wanted) throw new EngineError(28749, '$sample stage must specify a size');
  if (!isNumber(wanted)) throw new EngineError(28746, 'size argument to $sample must be a number');
  const size = Math.trunc(readDouble(wanted));
  if (!(size > 0)) throw new EngineError(28747, 'size argument to $sample must be a positive integer');
  return {
    kind: 'other',
    *run(input) {
      const kept: Value[] = [];
      let [met, bytes] = [0, 0];
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        const place = randomInt(++met);
        if (kept.length < size) {
          kept.push(document);
          // The newest changes places with one by chance, so that the order is by chance, too.
          const other = randomInt(kept.length);
          [kept[kept.length - 1], kept[other]] = [kept[other] as Value, document];
          bytes += document.end - document.start;
          if (bytes > maximumStageBytes)
            throw new EngineError(292, `$sample exceeded its memory limit of ${maximumStageBytes} bytes`);
        } else if (place < size) kept[place] = document;
      }
      yield* kept;
    },
  };
}
