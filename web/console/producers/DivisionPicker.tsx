import { Select } from 'antd';
import { useDivisionName, useOwnDivisions } from './queries.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A division within the own one. */
export function DivisionPicker({ id, value, onChange }: Props) {
  const divisions = useOwnDivisions();
  const divisionName = useDivisionName();
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={divisions.map(({ code }) => ({ value: code, label: `${divisionName(code)} ${code}` }))}
    />
  );
}
