import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { Device, DeviceCommand } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useCommandKinds, useCommands, useSendCommand } from './queries.ts';
import { useCommandTexts } from './texts.ts';

const tones: Record<DeviceCommand['state'], Tone> = {
  queued: 'neutral',
  sent: 'busy',
  acknowledged: 'good',
  refused: 'bad',
  expired: 'caution',
};

/** What was sent to a device, and what became of it. */
export function Commands({ device }: { device: Device }) {
  const t = useCommandTexts();
  const bilingual = useBilingual();
  const list = useCommands(device.id);
  const { data: kinds = [] } = useCommandKinds();
  const [sending, setSending] = useState(false);
  const nameOf = (name: string) => {
    const kind = kinds.find((one) => one.name === name);
    return kind ? bilingual(kind.title) : name;
  };
  return (
    <Section
      title={t('title')}
      actions={
        <VerbButton verb="command" record={device} onClick={() => setSending(true)}>
          {t('send')}
        </VerbButton>
      }
    >
      <p className="note">{t('note')}</p>
      <DataTable<DeviceCommand>
        caption={t('title')}
        testId="command-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('nothing')}
        columns={[
          { key: 'name', title: t('kind'), names: true, render: ({ name }) => nameOf(name) },
          {
            key: 'parameters',
            title: t('parameters'),
            render: ({ parameters }) =>
              Object.entries(parameters)
                .map(([name, value]) => `${name} = ${value}`)
                .join(', '),
          },
          { key: 'state', title: t('state'), render: ({ state }) => <Chip tone={tones[state]}>{t(state)}</Chip> },
          { key: 'answer', title: t('answer'), render: ({ answer }) => answer },
          { key: 'at', title: t('at'), render: ({ createdAt }) => <Time at={createdAt} /> },
          { key: 'expires', title: t('expires'), render: ({ expiresAt }) => <Time at={expiresAt} /> },
          { key: 'by', title: t('by'), render: ({ createdBy }) => createdBy },
        ]}
      />
      {sending && <SendCommand deviceId={device.id} onClose={() => setSending(false)} />}
    </Section>
  );
}

interface Values {
  name: string;
  parameters?: Record<string, string>;
}

function SendCommand({ deviceId, onClose }: { deviceId: string; onClose(): void }) {
  const t = useCommandTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const { data: kinds = [] } = useCommandKinds();
  const send = useSendCommand(deviceId);
  const [first] = kinds;
  const [chosenName, setChosenName] = useState<string>();
  const kind = kinds.find(({ name }) => name === chosenName) ?? first;
  return (
    <FormDialog<Values>
      open
      title={t('send')}
      submitText={t('send')}
      initialValues={{ ...(first && { name: first.name }) }}
      onClose={onClose}
      onSubmit={async ({ name, parameters = {} }) => {
        const numbers = Object.entries(parameters).map(([key, value]) => [key, Number(value)] as const);
        await send.mutateAsync({ name, parameters: Object.fromEntries(numbers) });
        message.success(t('done'));
      }}
    >
      <Form.Item name="name" label={t('kind')}>
        <KindField
          options={kinds.map(({ name, title }) => ({ value: name, label: bilingual(title) }))}
          onChosen={setChosenName}
        />
      </Form.Item>
      {kind?.parameters.map(({ name, title, minimum, maximum }) => (
        <Form.Item
          key={`${kind.name} ${name}`}
          name={['parameters', name]}
          label={bilingual(title)}
          extra={`${minimum} – ${maximum}`}
          rules={[{ required: true, message: shared('required') }]}
        >
          <Input type="number" min={minimum} max={maximum} step={1} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}

interface KindProps {
  options: { value: string; label: string }[];
  onChosen(name: string | undefined): void;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

function KindField({ onChosen, onChange, ...field }: KindProps) {
  return (
    <ChoiceField
      {...field}
      onChange={(value) => {
        onChange?.(value);
        onChosen(value);
      }}
    />
  );
}
