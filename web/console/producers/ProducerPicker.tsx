import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useProducers } from './queries.ts';
import { useProducersTexts } from './texts.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** A producer, found by name on the server. */
export function ProducerPicker({ id, value, onChange }: Props) {
  const t = useProducersTexts();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const list = useProducers(name ? { name } : {});
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      placeholder={t('find')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={list.isFetching}
      options={list.items.map((producer) => ({
        value: producer.id,
        label: `${producer.name} · ${producer.divisionName}`,
      }))}
    />
  );
}
