import { Alert, App, Checkbox, Form } from 'antd';
import { useState } from 'react';
import type { CreatedDevice, Device } from '../../api/types.ts';
import { ChoiceField } from '../../shared/Choice.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { SecretOnce } from '../SecretOnce.tsx';
import { DeviceState } from './DeviceState.tsx';
import { type ReasonedVerb, reasonedVerbs, useDeviceSteps } from './queries.ts';
import { useDeviceLifeTexts } from './texts.ts';

const overlaps = ['0', '60', '1440', '10080'] as const;

interface Rotation {
  overlap: (typeof overlaps)[number];
  accessToken?: boolean;
}

/** In which state a device is, what may be done about it, and what was done. */
export function DeviceLife({ device }: { device: Device }) {
  const t = useDeviceLifeTexts();
  const { message } = App.useApp();
  const steps = useDeviceSteps(device.id);
  const [doing, setDoing] = useState<ReasonedVerb | 'rotate-secret' | null>(null);
  const [changed, setChanged] = useState<CreatedDevice | null>(null);
  const close = () => setDoing(null);

  return (
    <>
      <Section title={t('life')}>
        <Facts
          facts={[
            [t('life'), <DeviceState key="state" state={device.state} />],
            [t('previousUntil'), device.previousSecretUntil && <Time at={device.previousSecretUntil} />],
          ]}
        />
        <div className="page-marks">
          {(['rotate-secret', ...reasonedVerbs] as const).map((verb) => (
            <VerbButton
              key={verb}
              verb={verb}
              record={device}
              danger={verb === 'disable' || verb === 'retire'}
              onClick={() => setDoing(verb)}
            >
              {t(verb)}
            </VerbButton>
          ))}
        </div>
      </Section>
      <Section title={t('history')}>
        <DataTable
          caption={t('history')}
          rows={[...device.history].reverse()}
          rowKey={({ at, verb }) => `${at} ${verb}`}
          empty={t('nothing')}
          columns={[
            { key: 'at', title: t('at'), names: true, render: ({ at }) => <Time at={at} /> },
            { key: 'verb', title: t('verb'), render: ({ verb }) => t(verb) },
            { key: 'by', title: t('by'), render: ({ by }) => by },
            { key: 'reason', title: t('reason'), render: ({ reason }) => reason },
          ]}
        />
      </Section>
      {doing && doing !== 'rotate-secret' && (
        <ReasonDialog
          title={t(doing)}
          onClose={close}
          onReason={async ({ reason }) => {
            await steps.act(doing, reason);
            message.success(t('done', { verb: t(doing) }));
          }}
        >
          {doing === 'retire' && <Alert type="warning" showIcon title={t('retireHint')} />}
        </ReasonDialog>
      )}
      {doing === 'rotate-secret' && (
        <ReasonDialog<Rotation>
          title={t('rotate-secret')}
          initialValues={{ overlap: '1440' }}
          onClose={close}
          onReason={async ({ reason, overlap, accessToken }) => {
            const body = {
              reason,
              overlapMinutes: Number(overlap),
              ...(accessToken && { accessToken: true as const }),
            };
            setChanged(await steps.rotate(body));
          }}
        >
          <Form.Item name="overlap" label={t('overlap')} extra={t('overlapHint')}>
            <ChoiceField options={overlaps.map((value) => ({ value, label: t(`overlap${value}`) }))} />
          </Form.Item>
          {device.hasAccessToken && (
            <Form.Item name="accessToken" valuePropName="checked">
              <Checkbox>{t('alsoToken')}</Checkbox>
            </Form.Item>
          )}
        </ReasonDialog>
      )}
      {changed && <SecretOnce title={t('newSecret')} device={changed} onClose={() => setChanged(null)} />}
    </>
  );
}
