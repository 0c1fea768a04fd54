import { Form, Input } from 'antd';
import { ChoiceField } from '../shared/Choice.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useCreatePaper, usePaperTemplates } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';

interface Values {
  template: string;
  fields?: Record<string, string>;
}

/** 制作文书: chosen by its template, numbered by the platform, kept as PDF. */
export function PaperDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const t = useEnforcementTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const templates = usePaperTemplates().data ?? [];
  const create = useCreatePaper(caseId);
  return (
    <FormDialog<Values>
      open
      title={t('writePaper')}
      submitText={t('writePaper')}
      onClose={onClose}
      onSubmit={({ template, fields = {} }) =>
        create.mutateAsync({
          template,
          fields: Object.fromEntries(Object.entries(fields).filter(([, text]) => text?.trim())),
        })
      }
    >
      <Form.Item name="template" label={t('paper')} rules={[{ required: true, message: shared('required') }]}>
        <ChoiceField
          options={templates.map(({ code, title }) => ({ value: code, label: bilingual(title) }))}
          placeholder=""
        />
      </Form.Item>
      <Form.Item<Values> noStyle dependencies={['template']}>
        {({ getFieldValue }) =>
          templates
            .find(({ code }) => code === getFieldValue('template'))
            ?.fields.map(({ code, title, required }) => (
              <Form.Item
                key={code}
                name={['fields', code]}
                label={bilingual(title)}
                rules={[{ required, whitespace: true, message: shared('required') }]}
              >
                <Input.TextArea rows={code === 'content' ? 6 : 2} maxLength={20_000} />
              </Form.Item>
            ))
        }
      </Form.Item>
    </FormDialog>
  );
}
