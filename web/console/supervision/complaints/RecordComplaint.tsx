import { Form, Input } from 'antd';
import { useState } from 'react';
import { DivisionPicker } from '../../producers/DivisionPicker.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type NewComplaint, useRecordComplaint } from './queries.ts';
import { complaintKinds, spokenChannels, useChannel, useComplaintKind, useComplaintTexts } from './texts.ts';

/** From a call, a visit or a letter; the query code is shown once, to be told to whoever complained. */
export function RecordComplaint({ onClose }: { onClose(): void }) {
  const t = useComplaintTexts();
  const shared = useSharedTexts();
  const kindWord = useComplaintKind();
  const channel = useChannel();
  const record = useRecordComplaint();
  const [code, setCode] = useState<string | null>(null);
  if (code)
    return (
      <ShownOnce title={t('queryCode')} hint={t('queryCodeOnce')} done={t('queryCodeTold')} onClose={onClose}>
        <p className="secret">{code}</p>
        <CopyButton text={code} />
      </ShownOnce>
    );
  return (
    <FormDialog<NewComplaint>
      open
      title={t('record')}
      submitText={t('record')}
      initialValues={{ kind: 'report', channel: '12345' }}
      onClose={onClose}
      onDone={() => undefined}
      onSubmit={async (values) => {
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as NewComplaint;
        setCode((await record.mutateAsync(given)).queryCode);
      }}
    >
      <Form.Item
        name="text"
        label={t('text')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={2000} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="kind" label={t('kind')}>
          <ChoiceField options={complaintKinds.map((value) => ({ value, label: kindWord(value) }))} />
        </Form.Item>
        <Form.Item name="channel" label={t('channel')}>
          <ChoiceField options={spokenChannels.map((value) => ({ value, label: channel(value) }))} />
        </Form.Item>
        <Form.Item name="batchCode" label={t('batch')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="divisionCode" label={t('division')} extra={t('divisionHint')}>
          <DivisionPicker />
        </Form.Item>
        <Form.Item name="complainantName" label={t('name')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="complainantPhone" label={t('phone')}>
          <Input maxLength={20} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
