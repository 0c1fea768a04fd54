import { startEmbeddedEngine } from '../index.ts';

/** A process that owns an engine until it is killed. */
const engine = await startEmbeddedEngine({ dataDirectory: process.argv[2] ?? '' });
process.send?.(engine.pid);
setInterval(() => undefined, 1000);
