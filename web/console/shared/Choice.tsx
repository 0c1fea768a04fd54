import { useId } from 'react';
import { useSharedTexts } from './texts-shared.ts';

interface Option {
  value: string;
  label: string;
}

interface Props {
  label: string;
  value: string | undefined;
  options: Option[];
  onChange(value: string | undefined): void;
  /** The word for "not set"; `null` where something must be chosen. */
  all?: string | null;
}

/** One of a few: the system's own list, which phones and keyboards know. */
export function Choice({ label, value, options, onChange, all }: Props) {
  const t = useSharedTexts();
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        {all !== null && <option value="">{all ?? t('allOf')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The same within an antd form, which gives `value`, `onChange` and `id`. */
export function ChoiceField({
  options,
  id,
  value,
  onChange,
  placeholder,
}: {
  options: Option[];
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  placeholder?: string;
}) {
  return (
    <select
      className="choice-field"
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
