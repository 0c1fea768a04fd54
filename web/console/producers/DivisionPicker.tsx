import { Select } from 'antd';
import { isWithin } from '../devices/thresholds.ts';
import { useSession } from '../identity/session.ts';
import { useDivisions } from './queries.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A division within the own one. */
export function DivisionPicker({ id, value, onChange }: Props) {
  const { data: user } = useSession();
  const { data = [] } = useDivisions();
  const own = user?.divisionCode ?? '';
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={data
        .filter(({ code }) => isWithin(code, own))
        .map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
    />
  );
}
