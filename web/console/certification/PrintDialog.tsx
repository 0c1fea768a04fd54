import { Form, Input } from 'antd';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { saveAnswer } from '../shared/save-file.ts';
import { useCertificationTexts } from './texts.ts';

const layouts = ['label-60x40', 'label-70x50', 'a4-sheet'] as const;

/** Labels for the packages: on which stock, and how many. */
export function PrintDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useCertificationTexts();
  return (
    <FormDialog<{ layout: string; copies: string }>
      open
      title={t('print')}
      submitText={t('print')}
      initialValues={{ layout: 'label-60x40', copies: '1' }}
      onClose={onClose}
      onSubmit={({ layout, copies }) =>
        saveAnswer('/api/v1/conformity-certificates/print', { ids: [id], layout, copies: Number(copies) })
      }
    >
      <Form.Item name="layout" label={t('layout')}>
        <ChoiceField options={layouts.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="copies" label={t('copies')}>
        <Input inputMode="numeric" maxLength={3} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
