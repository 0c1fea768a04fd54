import kinds from '../data/kinds.json' with { type: 'json' };

export type ImageFormat = 'jpeg' | 'png' | 'webp';

interface Common {
  /** The media type it is served as, whatever it was called when it came. */
  type: string;
  /** Largest size. */
  bytes: number;
}

/** Images are decoded and written anew; others are only ever offered for download. */
export type Kind = Common & ({ image: true; kind: ImageFormat } | { image: false; kind: 'pdf' });

export const knownKinds = kinds as readonly Kind[];

export const largestUpload = Math.max(...knownKinds.map(({ bytes }) => bytes));

/** How each kind begins: bytes at their offsets. */
const beginnings: Record<Kind['kind'], readonly [offset: number, bytes: string][]> = {
  jpeg: [[0, '\xff\xd8\xff']],
  png: [[0, '\x89PNG\r\n\x1a\n']],
  webp: [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
  pdf: [[0, '%PDF-']],
};

/** What a file is by its first bytes; undefined for all that is not taken. Neither its name nor its sender is asked. */
export function kindOf(content: Buffer): Kind | undefined {
  return knownKinds.find(({ kind }) =>
    beginnings[kind].every(([offset, bytes]) => content.toString('latin1', offset, offset + bytes.length) === bytes),
  );
}
