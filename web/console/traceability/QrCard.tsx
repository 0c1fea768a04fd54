import { Button } from 'antd';
import { useState } from 'react';
import type { Batch } from '../api/types.ts';
import { PrintLabel } from './PrintLabel.tsx';
import { useTraceabilityTexts } from './texts.ts';

export function QrCard({ batch }: { batch: Batch }) {
  const t = useTraceabilityTexts();
  const code = encodeURIComponent(batch.code);
  const [printing, setPrinting] = useState(false);
  const base = `/api/v1/batches/${code}`;
  return (
    <figure className="qr">
      <img src={`${base}/qr.svg`} alt={t('qrAlt', { code: batch.code })} width={148} height={148} />
      <figcaption>
        <a href={`/q/${code}`} target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
        <a href={`${base}/qr.svg`} download={`${batch.code}.svg`}>
          {t('downloadSvg')}
        </a>
        <a href={`${base}/qr.png`} download={`${batch.code}.png`}>
          {t('downloadPng')}
        </a>
        <Button onClick={() => setPrinting(true)}>{t('printLabel')}</Button>
        {printing && <PrintLabel code={batch.code} onClose={() => setPrinting(false)} />}
      </figcaption>
    </figure>
  );
}
