import { App, Button } from 'antd';
import { useState } from 'react';
import type { NumberBlock } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { useHolding } from '../../shared/PeoplePicker.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { HandOutDialog } from './HandOutDialog.tsx';
import { type BlockFilters, useNumberBlocks, useNumberBlockVerbs } from './queries.ts';
import { numberKinds, useNumberBlockTexts, useNumberKind } from './texts.ts';

const allowed = { holder: 'text', kind: numberKinds, unreturned: ['true'] } as const;

/** F-0101 – F-0120, where they follow one another; the first and how many, where they do not. */
const span = ({ kind, numbers }: NumberBlock) =>
  numbers.length === 1 ? numbers[0] : `${numbers[0]} ${kind === 'seal' ? '–' : '…'} ${numbers.at(-1)}`;

/** 领用号段: who took which numbers along, and what became of them. */
export function NumberBlocksPage() {
  const t = useNumberBlockTexts();
  const may = useMay();
  const kindWord = useNumberKind();
  const { message, modal } = App.useApp();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useNumberBlocks(filters as BlockFilters);
  const { giveBack } = useNumberBlockVerbs();
  const samplers = useHolding('sampler');
  const [handing, setHanding] = useState(false);

  const askReturn = ({ id }: NumberBlock) =>
    modal.confirm({
      title: t('return'),
      content: t('confirmReturn'),
      onOk: async () => {
        await giveBack.mutateAsync(id);
        message.success(t('done'));
      },
    });

  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('number-blocks:create') && (
            <Button type="primary" onClick={() => setHanding(true)}>
              {t('handOut')}
            </Button>
          )
        }
      />
      <p className="note">{t('hint')}</p>
      <Filters>
        <Choice
          label={t('holder')}
          value={filters.holder}
          options={samplers}
          onChange={(value) => setFilter('holder', value)}
        />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={numberKinds.map((value) => ({ value, label: kindWord(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
        <Choice
          label={t('unreturned')}
          value={filters.unreturned}
          options={[{ value: 'true', label: t('yes') }]}
          onChange={(value) => setFilter('unreturned', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="number-block-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('none')} />}
        columns={[
          { key: 'numbers', title: t('numbers'), names: true, render: (block) => <code>{span(block)}</code> },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindWord(kind) },
          { key: 'holder', title: t('holder'), render: ({ holder }) => <People usernames={[holder]} /> },
          {
            key: 'used',
            title: t('used'),
            align: 'end',
            render: ({ used, numbers }) => t('usedOf', { used: used.length, all: numbers.length }),
          },
          {
            key: 'handedOut',
            title: t('handedOut'),
            render: ({ handedOutAt, handedOutBy }) => (
              <>
                <Time at={handedOutAt} />
                <div className="under">
                  <People usernames={[handedOutBy]} />
                </div>
              </>
            ),
          },
          {
            key: 'returned',
            title: t('returned'),
            render: ({ returned }) =>
              returned && (
                <>
                  <Time at={returned.at} />
                  <div className="under">{t('returnedCount', { count: returned.numbers.length })}</div>
                </>
              ),
          },
          {
            key: 'verbs',
            title: t('steps'),
            render: (block) =>
              !block.returned && (
                <VerbButton verb="return" record={block} onClick={() => askReturn(block)}>
                  {t('return')}
                </VerbButton>
              ),
          },
        ]}
      />
      {handing && <HandOutDialog onClose={() => setHanding(false)} />}
    </>
  );
}
