import { chirpstack } from './chirpstack.ts';
import { chirpstackStatus } from './chirpstack-status.ts';
import type { ReadingsDecoder } from './decoded.ts';
import { readingsJson } from './readings-json.ts';
import { senmlCbor, senmlJson } from './senml.ts';
import { sparkplug } from './sparkplug.ts';
import { thingsStack } from './things-stack.ts';
import { thingsboard } from './thingsboard.ts';

/**
 * Every format in which readings come. A format names its topics; on a topic of several the first that recognizes a payload
 * decodes it, so the plain JSON, which recognizes everything, stays behind SenML. A new vendor is a file and a row here.
 */
export const readingFormats: readonly ReadingsDecoder[] = [
  senmlCbor,
  senmlJson,
  readingsJson,
  thingsboard,
  chirpstack,
  chirpstackStatus,
  thingsStack,
  sparkplug,
];
