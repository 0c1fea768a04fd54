import { Select } from 'antd';
import { useOwnDivisions } from './queries.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A division within the own one. */
export function DivisionPicker({ id, value, onChange }: Props) {
  const divisions = useOwnDivisions();
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={divisions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
    />
  );
}
