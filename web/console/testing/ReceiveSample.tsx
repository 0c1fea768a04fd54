import { Checkbox, Form, Input } from 'antd';
import type { Sample } from '../api/types.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useReceiveSample } from './queries.ts';
import { useTestingTexts } from './texts.ts';

interface Found {
  sealNumber: string;
  intact?: boolean;
  condition?: string;
}

/** Whoever takes in a sealed sample reads the seal, and says whether it is intact. */
export function ReceiveSample({ sample, onClose }: { sample: Sample; onClose(): void }) {
  const t = useTestingTexts();
  const shared = useSharedTexts();
  const receive = useReceiveSample(sample.id);
  return (
    <FormDialog<Found>
      open
      title={t('receive')}
      submitText={t('receive')}
      onClose={onClose}
      onSubmit={({ sealNumber, intact = false, condition }) =>
        receive.mutateAsync({ seals: [{ number: sealNumber, intact }], ...(condition && { condition }) })
      }
    >
      <Form.Item
        name="sealNumber"
        label={t('seal')}
        extra={t('sealAsRead')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item name="intact" valuePropName="checked">
        <Checkbox>{t('sealIntact')}</Checkbox>
      </Form.Item>
      <Form.Item name="condition" label={t('condition')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
