import { type ChangeEvent, useEffect, useState } from 'react';
import { useLanguage } from '../app/language.ts';
import { useTexts } from '../app/texts.ts';
import { database, type Photo } from '../store/database.ts';
import { type OnPhotos, takePhoto } from './photos.ts';
import { writeMoment } from './time.ts';

interface Props {
  item: string;
  label: string;
  photos: Photo[];
  onPhotos: OnPhotos;
  /** Told of what is under way: nothing is handed in before it has ended. */
  during(work: Promise<unknown>): void;
}

/** Photographs of one item of the checklist: taken by the phone's own camera, each with its time and place. */
export function PhotoStrip({ item, label, photos, onPhotos, during }: Props) {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [unread, setUnread] = useState(false);
  const own = photos.filter((photo) => photo.item === item);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    setUnread(false);
    during(
      takePhoto(file, item, label, onPhotos)
        .catch(() => setUnread(true))
        .finally(() => setBusy(false)),
    );
    target.value = '';
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
          onChange={take}
        />
      </label>
      {unread && (
        <p className="fault" role="alert">
          {t('photoUnread')}
        </p>
      )}
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
