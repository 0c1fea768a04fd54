import { Button } from 'antd';
import { Choice } from '../shared/Choice.tsx';
import { Filters } from '../shared/filters/Filters.tsx';
import { levels, romans, states, useLevelWord, useStateWord } from './levels.ts';
import type { WarningFilters } from './merge.ts';
import { kindsOfWarnings, useWarningKind } from './rule-words.ts';
import { useWarningsTexts } from './texts.ts';

interface Props {
  filters: WarningFilters;
  setFilter(name: keyof WarningFilters, value: string | undefined): void;
}

export function WarningFilterBar({ filters, setFilter }: Props) {
  const t = useWarningsTexts();
  const levelWord = useLevelWord();
  const stateWord = useStateWord();
  const kindWord = useWarningKind();
  return (
    <Filters>
      <Choice
        label={t('state')}
        value={filters.state}
        options={states.map((value) => ({ value, label: stateWord(value) }))}
        onChange={(value) => setFilter('state', value)}
      />
      <Choice
        label={t('level')}
        value={filters.level}
        options={levels.map((value) => ({ value, label: `${levelWord(value)} ${romans[value]}` }))}
        onChange={(value) => setFilter('level', value)}
      />
      <Choice
        label={t('kind')}
        value={filters.kind}
        options={kindsOfWarnings.map((value) => ({ value, label: kindWord(value) }))}
        onChange={(value) => setFilter('kind', value)}
      />
      {filters.batch && (
        <Button onClick={() => setFilter('batch', undefined)}>{t('filteredBatch', { code: filters.batch })} ✕</Button>
      )}
      {filters.device && (
        <Button onClick={() => setFilter('device', undefined)}>
          {t('filteredDevice', { code: filters.device })} ✕
        </Button>
      )}
    </Filters>
  );
}
