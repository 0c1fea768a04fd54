import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { Device } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useDeviceSteps } from '../life/queries.ts';
import { useCertificateTexts } from './texts.ts';

/** The client certificates by which a device signs in. */
export function Certificates({ device }: { device: Device }) {
  const t = useCertificateTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const steps = useDeviceSteps(device.id);
  const [binding, setBinding] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const done = () => message.success(t('done'));
  return (
    <Section
      title={t('title')}
      actions={
        <VerbButton verb="bind-certificate" record={device} onClick={() => setBinding(true)}>
          {t('bind')}
        </VerbButton>
      }
    >
      <p className="note">{t('note')}</p>
      <DataTable
        caption={t('title')}
        testId="certificate-row"
        rows={device.certificates}
        rowKey={({ fingerprint }) => fingerprint}
        empty={t('nothing')}
        columns={[
          { key: 'subject', title: t('subject'), names: true, render: ({ subject }) => subject },
          {
            key: 'fingerprint',
            title: t('fingerprint'),
            render: ({ fingerprint }) => <code className="payload">{fingerprint}</code>,
          },
          { key: 'to', title: t('validTo'), render: ({ validTo }) => <Time at={validTo} /> },
          {
            key: 'actions',
            title: t('actions'),
            render: ({ fingerprint }) => (
              <VerbButton verb="unbind-certificate" record={device} danger onClick={() => setEnding(fingerprint)}>
                {t('unbind')}
              </VerbButton>
            ),
          },
        ]}
      />
      {binding && (
        <ReasonDialog<{ certificate: string }>
          title={t('bind')}
          onClose={() => setBinding(false)}
          onReason={(body) => steps.bindCertificate(body).then(done)}
        >
          <Form.Item
            name="certificate"
            label={t('certificate')}
            rules={[{ required: true, whitespace: true, message: shared('required') }]}
          >
            <Input.TextArea rows={6} maxLength={16_000} placeholder="-----BEGIN CERTIFICATE-----" />
          </Form.Item>
        </ReasonDialog>
      )}
      {ending && (
        <ReasonDialog
          title={t('unbind')}
          onClose={() => setEnding(null)}
          onReason={({ reason }) => steps.unbindCertificate({ reason, fingerprint: ending }).then(done)}
        />
      )}
    </Section>
  );
}
