import { Select } from 'antd';
import { useProducerSearch } from './producer-search.ts';
import { useProducersTexts } from './texts.ts';

/** What an antd form gives to its control. */
interface Given<Value> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
}

/** A producer, found by name on the server. */
export function ProducerPicker({ value, ...given }: Given<string | undefined>) {
  const search = useSearchProps(value === undefined ? [] : [value]);
  return <Select {...given} {...search} value={value} />;
}

/** Some producers, each found by name on the server. */
export function ProducersPicker({ value = [], ...given }: Given<string[]>) {
  const search = useSearchProps(value);
  return <Select {...given} {...search} mode="multiple" value={value} />;
}

function useSearchProps(chosen: readonly string[]) {
  const t = useProducersTexts();
  const { options, search, searching } = useProducerSearch(chosen);
  return {
    placeholder: t('find'),
    showSearch: { filterOption: false, onSearch: search },
    loading: searching,
    options,
  } as const;
}
