import { Button, Form } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import type { Device, ClaimCode as IssuedCode } from '../../api/types.ts';
import { ChoiceField } from '../../shared/Choice.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useProvisioningTexts } from './texts.ts';

const hours = ['1', '24', '72', '168'] as const;

/** Gives out a code by which the device, or whoever installs it, gets its secret. */
export function ClaimCode({ device }: { device: Device }) {
  const t = useProvisioningTexts();
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  return (
    <Section
      title={t('claimTitle')}
      actions={
        <VerbButton verb="issue-claim-code" record={device} onClick={() => setAsking(true)}>
          {t('issue')}
        </VerbButton>
      }
    >
      <p className="note">{t('claimNote')}</p>
      {asking && (
        <ReasonDialog<{ hours: string }>
          title={t('issue')}
          initialValues={{ hours: '72' }}
          onClose={() => setAsking(false)}
          onReason={async ({ reason, hours: good }) => {
            const params = { path: { id: device.id } };
            const body = { reason, expiresInHours: Number(good) };
            setIssued(await answerOf(api.POST('/api/v1/devices/{id}/issue-claim-code', { params, body })));
          }}
        >
          <Form.Item name="hours" label={t('hours')}>
            <ChoiceField options={hours.map((value) => ({ value, label: t(`h${value}`) }))} />
          </Form.Item>
        </ReasonDialog>
      )}
      {issued && (
        <ShownOnce title={t('code')} hint={t('once')} done={t('kept')} onClose={() => setIssued(null)}>
          <div className="label-to-print">
            <img src={issued.qr} alt={t('qrAlt', { id: issued.id })} width={180} height={180} />
            <dl className="facts">
              <dt>{t('id')}</dt>
              <dd>
                <code>{issued.id}</code>
              </dd>
              <dt>{t('code')}</dt>
              <dd>
                <code data-testid="claim-code">{issued.code}</code>
              </dd>
              <dt>{t('expires')}</dt>
              <dd>
                <Time at={issued.expiresAt} />
              </dd>
            </dl>
          </div>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </ShownOnce>
      )}
    </Section>
  );
}
