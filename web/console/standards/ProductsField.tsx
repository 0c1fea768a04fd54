import { Select } from 'antd';
import { useProductOptions } from './products.ts';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Some products, within an antd form. */
export function ProductsField(props: Props) {
  return <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={useProductOptions()} {...props} />;
}
