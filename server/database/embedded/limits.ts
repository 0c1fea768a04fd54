import { EngineError } from './errors.ts';

/** Bytes a stored document may have. */
export const maximumDocumentSize = 16 * 1024 * 1024;
/** Bytes a command or a reply may have: a document and what is wrapped around it. */
export const maximumWrappedSize = maximumDocumentSize + 16 * 1024;
/** Bytes of one message of the wire protocol. */
export const maximumMessageSize = 48_000_000;
/** Statements of one write command. */
export const maximumWriteBatch = 100_000;

/** @throws EngineError 10334 BSONObjectTooLarge */
export function requireWrappedSize(size: number): void {
  if (size <= maximumWrappedSize) return;
  throw new EngineError(
    10334,
    `BSONObj size: ${size} (0x${size.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${maximumWrappedSize}(16MB)`,
  );
}
