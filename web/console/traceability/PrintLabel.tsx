import { Form, InputNumber } from 'antd';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useTraceabilityTexts } from './texts.ts';

interface Printing {
  preset: string;
  format: string;
  dpi: string;
  language: string;
  copies: number;
}

const initial: Printing = { preset: '60x40', format: 'pdf', dpi: '203', language: 'zh', copies: 1 };
const sizes = ['60x40', '70x50', '80x60', '100x70', 'a5', 'a4-60x40', 'a4-100x70'] as const;
const formats = ['pdf', 'png', 'svg', 'tspl', 'zpl'] as const;

/** The batch's label as a file for a printer, with a look at it first. */
export function PrintLabel({ code, onClose }: { code: string; onClose(): void }) {
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const address = (printing: Printing) => {
    const asked = new URLSearchParams({ ...printing, copies: String(printing.copies) });
    return `/api/v1/batches/${encodeURIComponent(code)}/label?${asked}`;
  };
  const shown = ({ preset = initial.preset, language = initial.language }: Partial<Printing>) =>
    address({ ...initial, preset: preset.replace(/^a4-/, ''), language, format: 'svg' });
  return (
    <FormDialog<Printing>
      open
      title={t('printLabel')}
      submitText={t('saveLabel')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={(printing) => saveFile(address(printing))}
    >
      {(form) => (
        <>
          <Form.Item noStyle shouldUpdate>
            {() => (
              <img className="label-preview" src={shown(form.getFieldsValue())} alt={t('labelPreview', { code })} />
            )}
          </Form.Item>
          <Form.Item name="preset" label={t('labelSize')}>
            <ChoiceField options={sizes.map((value) => ({ value, label: t(`labelSize-${value}`) }))} />
          </Form.Item>
          <Form.Item name="format" label={t('labelFormat')}>
            <ChoiceField options={formats.map((value) => ({ value, label: t(`labelFormat-${value}`) }))} />
          </Form.Item>
          <Form.Item name="dpi" label={t('labelDpi')}>
            <ChoiceField options={['203', '300'].map((value) => ({ value, label: `${value} dpi` }))} />
          </Form.Item>
          <Form.Item name="language" label={t('labelLanguage')}>
            <ChoiceField
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Form.Item>
          <Form.Item name="copies" label={t('labelCopies')} rules={[{ required: true, message: shared('required') }]}>
            <InputNumber min={1} max={500} precision={0} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
