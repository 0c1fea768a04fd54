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
          render: ({ sampleId, sampleNumber, resultId, analyte, standing, rapid }) => (
            <>
              {standing === 'counts' && (
                <Checkbox
                  checked={chosen.has(resultId)}
                  onChange={() => toggle(resultId)}
                  aria-label={t('select', { sample: sampleNumber, analyte })}
                />
              )}{' '}
              {sampleId ? <Link to={`/samples/${sampleId}`}>{sampleNumber}</Link> : sampleNumber}
              {rapid && <div className="under">{t(outcomeOf(rapid), { device: rapid.device })}</div>}
            </>
          ),
        },
        { key: 'analyte', title: t('analyte'), render: ({ analyte }) => analyte },
        { key: 'value', title: t('value'), render: ({ value, unit }) => `${value} ${unit}` },
        { key: 'enteredAt', title: t('enteredAt'), render: ({ enteredAt }) => <Time at={enteredAt} /> },
        {
          key: 'standing',
          title: t('standing'),
          render: ({ standing, confirmed, setAside }) => (
            <>
              <StandingChip standing={standing} />
              {[confirmed, setAside].map(
                (settled) =>
                  settled && (
                    <div key={settled.at} className="under">
                      {settled.by} · {settled.reason}
                    </div>
                  ),
              )}
            </>
          ),
        },
      ]}
    />
  );
}

type Rapid = NonNullable<Nonconformity['doubted'][number]['rapid']>;

function outcomeOf({ positive }: Rapid): 'rapidPositive' | 'rapidNegative' | 'rapidOpen' {
  if (positive === null) return 'rapidOpen';
  return positive ? 'rapidPositive' : 'rapidNegative';
}
