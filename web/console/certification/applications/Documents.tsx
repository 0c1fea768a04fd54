import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { CertificationApplication } from '../../api/types.ts';
import { useAttach } from '../../attachments/queries.ts';
import { Chip } from '../../shared/Chip.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useApplicationStep } from './queries.ts';
import { useApplicationTexts } from './texts.ts';

/** The documents that the scheme demands, each with what is there; in a draft, a way to add to it. */
export function Documents({ application }: { application: CertificationApplication }) {
  const t = useApplicationTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const attach = useAttach({ resource: 'certification-applications', record: application.id });
  const step = useApplicationStep(application.id);
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const { demanded } = application;
  const there = demanded.filter(({ attachmentIds }) => attachmentIds.length > 0).length;
  const named = demanded.flatMap((each) =>
    each.attachmentIds.map((attachmentId) => ({ code: each.code, attachmentId })),
  );

  const send = async (file: File) => {
    const { id } = await attach.mutateAsync({ file, purpose: 'evidence' });
    await step.mutateAsync({ verb: 'change', body: { documents: [...named, { code, attachmentId: id }] } });
    message.success(t('uploaded'));
  };

  return (
    <Section title={t('documents')}>
      <p role="status">{t('progress', { there, all: demanded.length })}</p>
      <progress value={there} max={demanded.length} aria-label={t('documents')} />
      <ul className="plain-list">
        {demanded.map((document) => (
          <li key={document.code} className="drawer-verbs">
            <Chip tone={document.attachmentIds.length > 0 ? 'good' : 'caution'}>
              {t(document.attachmentIds.length > 0 ? 'there' : 'lacking')}
            </Chip>
            <span>{bilingual(document.name)}</span>
            {application.allowed.includes('change') && (
              <Button
                size="small"
                aria-label={t('uploadFor', { document: bilingual(document.name) })}
                loading={(attach.isPending || step.isPending) && code === document.code}
                onClick={() => {
                  setCode(document.code);
                  input.current?.click();
                }}
              >
                {t('upload')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('upload')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          // What went wrong is shown below, from the calls themselves.
          if (file) send(file).catch(() => undefined);
        }}
      />
      {(attach.error ?? step.error) && <ProblemNote error={attach.error ?? step.error} />}
    </Section>
  );
}
