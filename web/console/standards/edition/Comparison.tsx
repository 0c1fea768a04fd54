import type { Standard, StandardChange } from '../../api/types.ts';
import { Choice } from '../../shared/Choice.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { useChanges, useComparison } from './queries.ts';
import { changeKinds, useChangeWord, useVersionsTexts } from './texts.ts';
import { comparable, firstPair, keyOf } from './versions.ts';

const allowed = { before: 'text', after: 'text', change: changeKinds } as const;

type Counts = Record<'added' | 'removed' | 'changed' | 'same', number>;

/** What one version says otherwise than another, row by row. */
export function Comparison({ all, code }: { all: readonly Standard[]; code: string }) {
  const t = useVersionsTexts();
  const word = useChangeWord();
  const { filters, setFilter } = useAddressFilters<keyof typeof allowed>(allowed);
  const choices = comparable(all, code);
  const first = firstPair(choices, code);
  const chosenOr = (key: string | undefined, otherwise: Standard | undefined) =>
    choices.find((each) => keyOf(each) === key) ?? otherwise;
  const before = chosenOr(filters.before, first.before);
  const after = chosenOr(filters.after, first.after);
  const pair = before && after && { code: before.code, from: before.version, toCode: after.code, to: after.version };
  const summary = useComparison(pair);
  const list = useChanges(pair, filters.change as StandardChange['change'] | undefined);
  const options = choices.map((each) => ({
    value: keyOf(each),
    label: t('other', { code: each.code, version: each.version }),
  }));
  const counted = ({ added, removed, changed, same }: Counts) => t('counts', { added, removed, changed, same });
  if (!pair)
    return (
      <Section title={t('comparison')}>
        <p className="note">{t('oneVersion')}</p>
      </Section>
    );
  return (
    <Section title={t('comparison')}>
      <div className="filters">
        <Choice
          label={t('before')}
          value={keyOf(before)}
          options={options}
          all={null}
          onChange={(value) => setFilter('before', value)}
        />
        <Choice
          label={t('after')}
          value={keyOf(after)}
          options={options}
          all={null}
          onChange={(value) => setFilter('after', value)}
        />
        <Choice
          label={t('change')}
          value={filters.change}
          options={changeKinds.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => setFilter('change', value)}
        />
      </div>
      {summary.error && <ProblemNote error={summary.error} retry={() => summary.refetch()} />}
      {summary.data && (
        <>
          <p data-testid="comparison-counts">{counted(summary.data)}</p>
          <Exempt {...summary.data.exempt} />
        </>
      )}
      <ChangesTable caption={`${t('comparison')} ${code}`} changes={list.items} list={list} empty={t('same')} />
    </Section>
  );
}

function Exempt({ added, removed }: { added: string[]; removed: string[] }) {
  const t = useVersionsTexts();
  return (
    <>
      {added.length > 0 && <p>{t('exemptAdded', { names: added.join('、') })}</p>}
      {removed.length > 0 && <p>{t('exemptRemoved', { names: removed.join('、') })}</p>}
    </>
  );
}
