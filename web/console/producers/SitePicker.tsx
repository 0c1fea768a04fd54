import { Select } from 'antd';
import { useAllSites } from './queries.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  placeholder?: string;
  producer?: string;
}

/** A site by name; `producer` narrows the choice to one's own. */
export function SitePicker({ id, value, onChange, placeholder, producer }: Props) {
  const { data = [], isPending } = useAllSites(producer);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      loading={isPending}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: 'label' }}
      options={data.map((site) => ({ value: site.id, label: `${site.name} · ${site.producerName}` }))}
    />
  );
}
