import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ConformityCertificate } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { VerbButton } from '../shared/VerbButton.tsx';
import { type ConformityEnd, useEndConformity } from './queries.ts';
import { useCertificationTexts } from './texts.ts';

const PrintDialog = lazy(async () => ({ default: (await import('./PrintDialog.tsx')).PrintDialog }));

/** Print it, see it as the public does, or end it. */
export function Actions({ certificate }: { certificate: ConformityCertificate }) {
  const t = useCertificationTexts();
  const may = useMay();
  const [printing, setPrinting] = useState(false);
  const [ending, setEnding] = useState<ConformityEnd | null>(null);
  return (
    <span className="row-actions">
      {may('conformity-certificates:print') && certificate.state === 'valid' && (
        <Button size="small" onClick={() => setPrinting(true)}>
          {t('print')}
        </Button>
      )}
      <a href={certificate.checkAt} target="_blank" rel="noreferrer">
        {t('publicPage')}
      </a>
      {(['void', 'withdraw'] as const).map((verb) => (
        <VerbButton key={verb} size="small" verb={verb} record={certificate} onClick={() => setEnding(verb)}>
          {t(verb)}
        </VerbButton>
      ))}
      <Suspense>{printing && <PrintDialog id={certificate.id} onClose={() => setPrinting(false)} />}</Suspense>
      {ending && <EndDialog id={certificate.id} verb={ending} onClose={() => setEnding(null)} />}
    </span>
  );
}

function EndDialog({ id, verb, onClose }: { id: string; verb: ConformityEnd; onClose: () => void }) {
  const t = useCertificationTexts();
  const { message } = App.useApp();
  const end = useEndConformity(id, verb);
  return (
    <ReasonDialog
      title={t(verb)}
      onClose={onClose}
      onReason={async ({ reason }) => {
        await end.mutateAsync(reason);
        message.success(t('ended'));
      }}
    />
  );
}
