import { type, Value } from '../values/bson.ts';
import { int64 } from '../values/build.ts';

let timestampSecond = 0;
let timestampCounter = 0;

/** A timestamp later than any this process made before. */
export function nextTimestamp(now: number): Value {
  const second = Math.floor(now / 1000);
  timestampCounter = second > timestampSecond ? 1 : timestampCounter + 1;
  timestampSecond = Math.max(second, timestampSecond);
  const { bytes } = int64((BigInt(timestampSecond) << 32n) | BigInt(timestampCounter));
  return new Value(type.timestamp, bytes, 0, 8);
}
