import { App, Form, Input } from 'antd';
import type { Assessment } from '../api/types.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { ManyField } from '../shared/ManyField.tsx';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { type Contested, useAssessmentSteps } from './queries.ts';
import { useAssessmentTexts, useFactWord } from './texts.ts';

export const gradeVerbs = ['appeal', 'withdraw-appeal', 'uphold', 'revise'] as const;
export type GradeVerb = (typeof gradeVerbs)[number];

const keyOf = ({ resource, id }: Contested[number]): string => `${resource}|${id}`;

/** What a step asks: an appeal and its acceptance name records, the others a reason alone. */
export function GradeStep(props: { assessment: Assessment; verb: GradeVerb; onClose: () => void }) {
  const { assessment, verb, onClose } = props;
  const t = useAssessmentTexts();
  const { message } = App.useApp();
  const steps = useAssessmentSteps(assessment.id);
  const done = () => message.success(t('done'));
  if (verb === 'uphold' || verb === 'withdraw-appeal') {
    const step = verb === 'uphold' ? steps.uphold : steps.withdraw;
    return (
      <ReasonDialog
        title={t(verb)}
        onClose={onClose}
        onReason={async ({ reason }) => {
          await step.mutateAsync(reason);
          done();
        }}
      />
    );
  }
  return (
    <NamingDialog
      {...props}
      onNamed={async (text, named) => {
        if (verb === 'appeal') await steps.appeal.mutateAsync({ text, contested: named });
        else await steps.revise.mutateAsync({ reason: text, accepted: named });
        done();
      }}
    />
  );
}

function NamingDialog(props: {
  assessment: Assessment;
  verb: GradeVerb;
  onClose: () => void;
  onNamed(text: string, named: Contested): Promise<unknown>;
}) {
  const { assessment, verb, onClose, onNamed } = props;
  const t = useAssessmentTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const word = useFactWord();
  const contested = assessment.appeal?.contested.map(keyOf);
  const choices = assessment.points.flatMap(({ title, records }) =>
    records
      .filter((record) => verb === 'appeal' || contested?.includes(keyOf(record)))
      .map((record) => ({
        value: keyOf(record),
        label: `${bilingual(title)}: ${record.label} ${word(record.word)} (${record.points})`,
        named: { resource: record.resource, id: record.id },
      })),
  );
  const options = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const list = verb === 'appeal' ? t('contested') : t('accepted');
  return (
    <FormDialog<{ text: string; records: string[] }>
      open
      title={t(verb)}
      submitText={t(verb)}
      initialValues={{ records: verb === 'appeal' ? [] : options.map(({ value }) => value) }}
      onClose={onClose}
      onSubmit={({ text, records }) =>
        onNamed(
          text,
          options.filter(({ value }) => records.includes(value)).map(({ named }) => named),
        )
      }
    >
      <Form.Item name="records" label={list} rules={[{ required: true, message: shared('required') }]}>
        <ManyField label={list} options={options} />
      </Form.Item>
      <Form.Item
        name="text"
        label={verb === 'appeal' ? t('appealText') : shared('reason')}
        rules={[{ required: true, whitespace: true, message: shared('required') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
