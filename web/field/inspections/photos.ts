import { database, type Photo } from '../store/database.ts';
import { digestOf } from '../store/digest.ts';

/** What the platform takes at most on one side; a camera's picture is scaled down to it. */
const longestSide = 2560;
const quality = 0.85;
const positionMilliseconds = 10_000;

/** Changes the photographs of a draft. */
export type OnPhotos = (change: (photos: Photo[]) => Photo[]) => void;

/**
 * Keeps a photograph under its digest with when it was taken, at once; where, as soon as that is known.
 * @throws whatever the browser says of a file that is no picture
 */
export async function takePhoto(file: Blob, item: string, name: string, onPhotos: OnPhotos): Promise<void> {
  const takenAt = new Date().toISOString();
  const position = whereNow();
  const photo = await keepBlob(await scaledDown(file), { item, takenAt }, name);
  const others = (photos: Photo[]) => photos.filter(({ sha256 }) => sha256 !== photo.sha256);
  onPhotos((before) => [...others(before), photo]);
  const found = await position;
  onPhotos((before) => before.map((each) => (each.sha256 === photo.sha256 ? { ...each, ...found } : each)));
}

export async function keepBlob(content: Blob, facts: Omit<Photo, 'sha256'>, name: string): Promise<Photo> {
  const sha256 = await digestOf(await content.arrayBuffer());
  await (await database()).put('blobs', { sha256, content, name });
  return { sha256, ...facts };
}

async function scaledDown(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return pictureOf(canvas, 'image/jpeg');
}

export function pictureOf(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, quality),
  );
}

/** WGS 84. Nothing where it is refused, unknown or too slow: a photograph does not wait for it. */
function whereNow(): Promise<Pick<Photo, 'point' | 'accuracyMetres'>> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({});
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({ point: { longitude, latitude }, accuracyMetres: Math.round(accuracy) }),
      () => resolve({}),
      { enableHighAccuracy: true, timeout: positionMilliseconds, maximumAge: 30_000 },
    );
  });
}
