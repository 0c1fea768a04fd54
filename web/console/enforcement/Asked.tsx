import { Checkbox, Form, Input } from 'antd';
import { ChoiceField } from '../shared/Choice.tsx';
import { ManyField } from '../shared/ManyField.tsx';
import { PeoplePicker, PersonPicker } from '../shared/PeoplePicker.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import type { StepField } from './form-field.ts';
import { usePenalizedActs } from './queries.ts';
import { useEnforcementTexts } from './texts.ts';

/** Asks for one field of a form that is data. */
export function Asked({ field }: { field: StepField }) {
  const t = useEnforcementTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { name, kind, required = false } = field;
  const label = bilingual(field.label);
  if (kind === 'flag')
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  const hint = { lines: t('onePerLine'), parts: t('partsHint'), officers: t('exactlyTwo') }[kind as string];
  return (
    <Form.Item
      name={name}
      label={label}
      {...(hint !== undefined && { extra: hint })}
      rules={[{ required, message: shared('required') }]}
    >
      <Control field={field} label={label} />
    </Form.Item>
  );
}

/** antd gives `id`, `value` and `onChange` to the control. */
function Control({ field, label, ...given }: { field: StepField; label: string; id?: string }) {
  const bilingual = useBilingual();
  const { kind, options = [] } = field;
  const acts = usePenalizedActs(kind === 'acts');
  const worded = options.map(({ value, label: word }) => ({ value, label: bilingual(word) }));
  switch (kind) {
    case 'choice':
      return <ChoiceField {...given} options={worded} placeholder="" />;
    case 'many':
      return <ManyField {...given} label={label} options={worded} />;
    case 'acts':
      return (
        <ManyField
          {...given}
          label={label}
          options={(acts.data?.items ?? []).map(({ code, title }) => ({ value: code, label: bilingual(title) }))}
        />
      );
    case 'officer':
      return <PersonPicker {...given} holding="officer" />;
    case 'officers':
      return <PeoplePicker {...given} holding="officer" />;
    case 'long':
    case 'lines':
    case 'parts':
      return <Input.TextArea {...given} rows={3} maxLength={2000} />;
    case 'day':
      return <Input {...given} type="date" />;
    default:
      return <Input {...given} />;
  }
}
