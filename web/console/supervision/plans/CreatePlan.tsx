import { App, Form, Input, InputNumber } from 'antd';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../../shared/Choice.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { Inspectors, Tasks } from './PlanPeople.tsx';
import { useCreatePlan } from './queries.ts';
import { usePlanTexts } from './texts.ts';

const kinds = ['random', 'routine', 'special'] as const;

interface Values {
  title: string;
  year: number;
  quarter?: string;
  due?: string;
  kind: 'random' | 'routine' | 'special';
  count: number;
  inspectors: string[];
  /** Producers, by the inspector who has a conflict with them. */
  conflicts?: Record<string, string[] | undefined>;
  inspectorsEach: number;
  tasks: { producerId?: string; inspectors?: string[] }[];
}

export function CreatePlan({ onClose }: { onClose(): void }) {
  const t = usePlanTexts();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const create = useCreatePlan();
  const required = useRequired();
  return (
    <FormDialog<Values>
      open
      title={t('create')}
      submitText={t('create')}
      initialValues={{ kind: 'random', year: new Date().getFullYear(), count: 10, inspectorsEach: 2, tasks: [{}] }}
      onClose={onClose}
      onSubmit={async ({ title, year, kind, quarter, due, count, inspectors, conflicts, inspectorsEach, tasks }) => {
        const { id } = await create.mutateAsync({
          ...{ title, year, kind, checklist: 'producer' },
          ...(kind === 'random'
            ? {
                count,
                inspectorsEach,
                inspectors: inspectors.map((username) => ({ username, conflictsWith: conflicts?.[username] ?? [] })),
              }
            : { tasks: tasks.map(({ producerId = '', inspectors: who = [] }) => ({ producerId, inspectors: who })) }),
          ...(quarter && { quarter: Number(quarter) }),
          ...(due && { due }),
        });
        message.success(t('created'));
        navigate(`/inspection-plans/${id}`);
      }}
    >
      <Form.Item name="title" label={t('name')} rules={[{ ...required, whitespace: true }]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="year" label={t('year')} rules={[required]}>
          <InputNumber min={2020} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="quarter" label={t('quarter')}>
          <ChoiceField
            placeholder={t('wholeYear')}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="due" label={t('due')} extra={t('dueHint')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[required]}>
        <ChoiceField options={kinds.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => (getFieldValue('kind') === 'random' ? <ToDraw /> : <Tasks />)}
      </Form.Item>
    </FormDialog>
  );
}

/** How many are drawn, and from whom. */
function ToDraw() {
  const t = usePlanTexts();
  const required = useRequired();
  return (
    <>
      <div className="form-pair">
        <Form.Item name="count" label={t('count')} rules={[required]}>
          <InputNumber min={1} max={500} precision={0} />
        </Form.Item>
        <Form.Item name="inspectorsEach" label={t('inspectorsEach')} rules={[required]}>
          <InputNumber min={1} max={4} precision={0} />
        </Form.Item>
      </div>
      <Inspectors />
    </>
  );
}

function useRequired() {
  const shared = useSharedTexts();
  return { required: true, message: shared('required') };
}
