import { Checkbox } from 'antd';

interface Props {
  label: string;
  options: { value: string; label: string; disabled?: boolean }[];
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Some of several, within an antd form, which gives `value`, `onChange` and `id`. */
export function ManyField({ label, options, id, value = [], onChange }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend would repeat the label that the form has drawn
    <div role="group" id={id} aria-label={label}>
      <Checkbox.Group className="choices" options={options} value={value} onChange={(chosen) => onChange?.(chosen)} />
    </div>
  );
}
