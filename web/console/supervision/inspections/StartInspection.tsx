import { App, Form } from 'antd';
import { useNavigate } from 'react-router';
import { ProducerPicker } from '../../producers/ProducerPicker.tsx';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PeoplePicker } from '../../shared/PeoplePicker.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { type NewInspection, useChecklists, useCreateInspection } from './queries.ts';
import { useInspectionKind, useInspectionTexts } from './texts.ts';

interface Values extends Pick<NewInspection, 'producerId' | 'kind' | 'checklist'> {
  inspectors?: string[];
}

export function StartInspection({ onClose }: { onClose(): void }) {
  const t = useInspectionTexts();
  const shared = useSharedTexts();
  const kindWord = useInspectionKind();
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data } = useChecklists();
  const create = useCreateInspection();
  const newest = new Map(data?.items.map((each) => [each.checklist, each]));
  return (
    <FormDialog<Values>
      open
      title={t('start')}
      submitText={t('start')}
      initialValues={{ kind: 'routine', checklist: 'producer' }}
      onClose={onClose}
      onSubmit={async ({ inspectors, ...body }) => {
        const { id } = await create.mutateAsync({ ...body, ...(inspectors?.length && { inspectors }) });
        message.success(t('started'));
        navigate(`/inspections/${id}`);
      }}
    >
      <Form.Item name="producerId" label={t('producer')} rules={[{ required: true, message: shared('required') }]}>
        <ProducerPicker />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <ChoiceField options={(['routine', 'special'] as const).map((value) => ({ value, label: kindWord(value) }))} />
      </Form.Item>
      <Form.Item name="checklist" label={t('checklist')}>
        <ChoiceField
          options={[...newest.values()].map(({ checklist, title, version }) => ({
            value: checklist,
            label: t('version', { title: bilingual(title), version }),
          }))}
        />
      </Form.Item>
      <Form.Item name="inspectors" label={t('inspectors')} extra={t('inspectorsHint')}>
        <PeoplePicker holding="supervisor" />
      </Form.Item>
    </FormDialog>
  );
}
