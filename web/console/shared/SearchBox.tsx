import { Input } from 'antd';
import { useId } from 'react';

interface Props {
  label: string;
  value: string | undefined;
  onSearch(value: string | undefined): void;
}

/** Text to find; sent by Enter or the button, so that the list does not jump with each letter. */
export function SearchBox({ label, value, onSearch }: Props) {
  const id = useId();
  return (
    <div className="choice grow">
      <label htmlFor={id}>{label}</label>
      <Input.Search
        key={value ?? ''}
        id={id}
        defaultValue={value}
        allowClear
        onSearch={(text) => onSearch(text.trim() || undefined)}
      />
    </div>
  );
}
