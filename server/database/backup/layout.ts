import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

const { EJSON } = mongoose.mongo.BSON;

type Document = mongoose.mongo.BSON.Document;

/**
 * mongodump's own layout (mongodb/mongo-tools): `<folder>/<database>/<collection>.bson` holds the raw documents one
 * after the other, `<collection>.metadata.json` one object of canonical Extended JSON v2, `prelude.json` the versions.
 */
export type Metadata = {
  options: Document;
  indexes: Document[];
  /** 32 hexadecimal digits. */
  uuid: string;
  collectionName: string;
  type: 'collection' | 'view';
};

export const documentsSuffix = '.bson';
export const metadataSuffix = '.metadata.json';
export const preludeFile = 'prelude.json';

const longestName = 238;
/** `%24` and the 27 characters of a SHA-1 in base64url. */
const shorteningLength = 30;

/** The name of a collection's files without their suffix, as mongodump writes it. */
export function fileNameOf(collection: string): string {
  const escaped = encodeURIComponent(collection)
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  if (escaped.length <= longestName) return escaped;
  const hash = createHash('sha1').update(collection).digest('base64url');
  return `${escaped.slice(0, longestName - shorteningLength)}%24${hash}`;
}

export function writeMetadata(metadata: Metadata): string {
  return EJSON.stringify(metadata, { relaxed: false });
}

/** @throws Error when the text is not mongodump's metadata */
export function readMetadata(text: string): Metadata {
  const read: unknown = EJSON.parse(text, { relaxed: false });
  if (typeof read !== 'object' || read === null) throw new Error('no metadata object');
  const field = (name: string): unknown => Reflect.get(read, name);
  const collectionName = field('collectionName');
  if (typeof collectionName !== 'string' || collectionName === '') throw new Error('no collection name');
  const options = field('options') ?? {};
  const indexes = field('indexes') ?? [];
  if (typeof options !== 'object' || !Array.isArray(indexes)) throw new Error('no options or indexes');
  return {
    options,
    indexes,
    uuid: String(field('uuid') ?? ''),
    collectionName,
    type: field('type') === 'view' ? 'view' : 'collection',
  };
}
