import { Form, Input, InputNumber } from 'antd';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PersonPicker } from '../../shared/PeoplePicker.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { useNumberBlockVerbs } from './queries.ts';
import { numberKinds, useNumberBlockTexts, useNumberKind } from './texts.ts';

interface Values {
  kind: 'sample' | 'seal';
  holder: string;
  first?: string;
  count: number;
}

export function HandOutDialog({ onClose }: { onClose(): void }) {
  const t = useNumberBlockTexts();
  const shared = useSharedTexts();
  const kindWord = useNumberKind();
  const { handOut } = useNumberBlockVerbs();
  const required = { required: true, message: shared('required') };
  return (
    <FormDialog<Values>
      open
      title={t('handOut')}
      submitText={t('handOut')}
      initialValues={{ kind: 'seal', count: 20 }}
      onClose={onClose}
      onSubmit={({ kind, holder, first = '', count }) =>
        handOut.mutateAsync(kind === 'seal' ? { kind, holder, first, count } : { kind, holder, count })
      }
    >
      {(form) => (
        <>
          <Form.Item name="kind" label={t('kind')} rules={[required]}>
            <ChoiceField options={numberKinds.map((value) => ({ value, label: kindWord(value) }))} />
          </Form.Item>
          <Form.Item name="holder" label={t('holder')} rules={[required]}>
            <PersonPicker holding="sampler" />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {() =>
              form.getFieldValue('kind') === 'seal' && (
                <Form.Item
                  name="first"
                  label={t('first')}
                  extra={t('firstHint')}
                  rules={[{ ...required, whitespace: true }]}
                >
                  <Input maxLength={40} />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="count" label={t('count')} rules={[required]}>
            <InputNumber min={1} max={500} precision={0} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
