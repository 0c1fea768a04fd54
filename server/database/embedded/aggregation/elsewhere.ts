import { EngineError, unsupported } from '../errors.ts';

/** What MongoDB 8.0 has and this engine has not, by MongoDB's manual; any other name MongoDB does not know either. */
const stages = new Set([
  '$bucketAuto',
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$fill',
  '$geoNear',
  '$indexStats',
  '$listSampledQueries',
  '$listSessions',
  '$planCacheStats',
  '$querySettings',
  '$queryStats',
  '$redact',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$shardedDataDistribution',
  '$vectorSearch',
]);

const accumulators = new Set(['$accumulator', '$median', '$percentile']);

const expressions = new Set([
  '$accumulator',
  '$acos',
  '$acosh',
  '$asin',
  '$asinh',
  '$atan',
  '$atan2',
  '$atanh',
  '$bitAnd',
  '$bitNot',
  '$bitOr',
  '$bitXor',
  '$cos',
  '$cosh',
  '$degreesToRadians',
  '$function',
  '$median',
  '$meta',
  '$percentile',
  '$radiansToDegrees',
  '$rand',
  '$sampleRate',
  '$sin',
  '$sinh',
  '$tan',
  '$tanh',
  '$toHashedIndexKey',
  '$toUUID',
  '$tsIncrement',
  '$tsSecond',
]);

export function noStage(name: string): EngineError {
  return stages.has(name)
    ? unsupported(`the pipeline stage ${name}`, 40324)
    : new EngineError(40324, `Unrecognized pipeline stage name: '${name}'`);
}

export function noAccumulator(name: string): EngineError {
  return accumulators.has(name)
    ? unsupported(`the accumulator ${name}`, 168)
    : new EngineError(15952, `unknown group operator '${name}'`);
}

export function noExpression(name: string): EngineError {
  return expressions.has(name)
    ? unsupported(`the expression ${name}`, 168)
    : new EngineError(168, `Unrecognized expression '${name}'`);
}
