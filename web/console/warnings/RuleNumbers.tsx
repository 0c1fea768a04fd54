import { Form, Input, InputNumber } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { WarningRule } from '../api/types.ts';
import { ChoiceField } from '../shared/Choice.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useWarningsTexts } from './texts.ts';

type Field = 'series' | 'comparison' | 'direction' | 'limit' | 'count' | 'window' | 'clearAt' | 'duration' | 'silent';

/** What each kind of rule asks for, in the order in which one would say it. */
const fieldsOfKind: Record<WarningRule['kind'], readonly Field[]> = {
  threshold: ['series', 'comparison', 'limit', 'clearAt', 'duration'],
  'rate-of-change': ['series', 'direction', 'limit', 'window', 'clearAt'],
  'count-in-window': ['series', 'comparison', 'limit', 'count', 'window'],
  silence: ['silent'],
};

/** The numbers of a rule, as its kind needs them. */
export function RuleNumbers({ kind }: { kind: WarningRule['kind'] }) {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const required = [{ required: true, message: shared('required') }];
  const choice = (values: readonly ('above' | 'below' | 'rising' | 'falling')[]) => (
    <ChoiceField options={values.map((value) => ({ value, label: t(value) }))} />
  );
  const whole = (min: number, max: number) => <InputNumber min={min} max={max} precision={0} />;
  const fields: Record<Field, ReactNode> = {
    series: (
      <>
        <Form.Item name="metric" label={t('metric')} rules={required}>
          <Input maxLength={64} autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="unit" label={t('unit')} rules={required}>
          <Input maxLength={20} autoCapitalize="none" />
        </Form.Item>
      </>
    ),
    comparison: (
      <Form.Item name="comparison" label={t('comparison')} rules={required}>
        {choice(['above', 'below'])}
      </Form.Item>
    ),
    direction: (
      <Form.Item name="direction" label={t('direction')} rules={required}>
        {choice(['rising', 'falling'])}
      </Form.Item>
    ),
    limit: (
      <Form.Item name="limit" label={t(kind === 'rate-of-change' ? 'change' : 'limit')} rules={required}>
        <InputNumber />
      </Form.Item>
    ),
    count: (
      <Form.Item name="count" label={t('count')} rules={required}>
        {whole(2, 1000)}
      </Form.Item>
    ),
    window: (
      <Form.Item name="windowSeconds" label={t('window')} rules={required}>
        {whole(60, 86_400)}
      </Form.Item>
    ),
    clearAt: (
      <Form.Item name="clearAt" label={t('clearAt')} extra={t('clearAtHint')} rules={required}>
        <InputNumber />
      </Form.Item>
    ),
    duration: (
      <Form.Item name="durationSeconds" label={t('duration')} rules={required}>
        {whole(0, 86_400)}
      </Form.Item>
    ),
    silent: (
      <Form.Item name="silentSeconds" label={t('silent')} rules={required}>
        {whole(60, 2_592_000)}
      </Form.Item>
    ),
  };
  return (
    <div className="form-pair">
      {fieldsOfKind[kind].map((field) => (
        <Fragment key={field}>{fields[field]}</Fragment>
      ))}
    </div>
  );
}
