import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Nonconformity } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { Time } from '../../shared/Time.tsx';
import { StandingChip } from './StateChip.tsx';
import { useNonconformityTexts } from './texts.ts';

interface Props {
  doubted: Nonconformity['doubted'];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** The results in doubt; those that still have to be settled can be chosen. */
export function Doubted({ doubted, chosen, onChoose }: Props) {
  const t = useNonconformityTexts();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <DataTable
      caption={t('doubted')}
      testId="doubted-row"
      rows={doubted}
      rowKey={({ resultId }) => resultId}
      empty={null}
      columns={[
        {
          key: 'sample',
          title: t('sample'),
          names: true,
          render: ({ sampleId, sampleNumber, resultId, analyte, standing }) => (
            <>
              {standing === 'counts' && (
                <Checkbox
                  checked={chosen.has(resultId)}
                  onChange={() => toggle(resultId)}
                  aria-label={t('select', { sample: sampleNumber, analyte })}
                />
              )}{' '}
              <Link to={`/samples/${sampleId}`}>{sampleNumber}</Link>
            </>
          ),
        },
        { key: 'analyte', title: t('analyte'), render: ({ analyte }) => analyte },
        { key: 'value', title: t('value'), render: ({ value, unit }) => `${value} ${unit}` },
        { key: 'enteredAt', title: t('enteredAt'), render: ({ enteredAt }) => <Time at={enteredAt} /> },
        {
          key: 'standing',
          title: t('standing'),
          render: ({ standing, confirmed }) => (
            <>
              <StandingChip standing={standing} />
              {confirmed && (
                <div className="under">
                  {confirmed.by} · {confirmed.reason}
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
