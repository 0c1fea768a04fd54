import { Input } from 'antd';
import { useId } from 'react';

interface Props {
  label: string;
  value: string | undefined;
  type?: 'date' | 'month' | 'number' | 'datetime-local';
  onChange(value: string): void;
}

/** A day, a month, a time or a number (from 1 on) among filters. */
export function InputBox({ label, value, type = 'date', onChange }: Props) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        min={type === 'number' ? 1 : undefined}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
