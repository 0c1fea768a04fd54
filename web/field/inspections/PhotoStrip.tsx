import { type ChangeEvent, useEffect, useState } from 'react';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { database, type Photo } from '../store/database.ts';
import { keepPhoto } from './photos.ts';
import { writeMoment } from './time.ts';

interface Props {
  item: string;
  label: string;
  photos: Photo[];
  onPhotos(change: (photos: Photo[]) => Photo[]): void;
}

/** Photographs of one item of the checklist: taken by the phone's own camera, each with its time and place. */
export function PhotoStrip({ item, label, photos, onPhotos }: Props) {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const own = photos.filter((photo) => photo.item === item);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (!file) return;
    setBusy(true);
    try {
      const photo = await keepPhoto(file, item, label);
      onPhotos((before) => [...before.filter(({ sha256 }) => sha256 !== photo.sha256), photo]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="photos">
      <label className="button">
        {busy ? '…' : t('photo')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={busy}
          aria-label={`${t('photo')}: ${label}`}
          onChange={(event) => void take(event)}
        />
      </label>
      {own.map((photo) => (
        <Picture
          key={photo.sha256}
          photo={photo}
          onRemove={() => onPhotos((before) => before.filter(({ sha256 }) => sha256 !== photo.sha256))}
        />
      ))}
    </div>
  );
}

function Picture({ photo, onRemove }: { photo: Photo; onRemove: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    void database().then(async (store) => {
      const blob = await store.get('blobs', photo.sha256);
      if (!blob) return;
      made = URL.createObjectURL(blob.content);
      setUrl(made);
    });
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo.sha256]);
  const time = t('taken', { time: writeMoment(photo.takenAt, language) });
  const place = photo.point ? t('accuracy', { metres: photo.accuracyMetres ?? '' }) : t('noPlace');
  return (
    <figure>
      {url && <img src={url} alt={time} />}
      <figcaption>
        {time}
        <br />
        {place}
      </figcaption>
      <button type="button" className="quiet" onClick={onRemove}>
        {t('removePhoto')}
      </button>
    </figure>
  );
}
