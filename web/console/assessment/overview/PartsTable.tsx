import { Link } from 'react-router';
import type { OverviewPart } from '../../api/types.ts';
import { Division } from '../../producers/Division.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { romans, useLevelWord } from '../../warnings/levels.ts';
import { standingOf } from './schematic.ts';
import { percent, useOverviewTexts } from './texts.ts';

/** The same figures as the tiles, and more of them, to be read line by line. */
export function PartsTable({
  parts,
  caption,
  to,
}: {
  parts: OverviewPart[];
  caption: string;
  to(part: OverviewPart): string | null;
}) {
  const t = useOverviewTexts();
  const levelWord = useLevelWord();
  const byLevel = ({ warnings }: OverviewPart) =>
    (['red', 'orange', 'yellow', 'blue'] as const)
      .filter((level) => warnings[level] > 0)
      .map((level) => `${levelWord(level)} ${romans[level]} ${warnings[level]}`)
      .join('、');
  return (
    <DataTable
      caption={caption}
      testId="overview-row"
      rows={parts}
      rowKey={({ divisionCode }) => divisionCode}
      empty={t('noParts')}
      columns={[
        {
          key: 'name',
          title: t('division'),
          names: true,
          render: (part) => {
            const address = to(part);
            const name = <Division code={part.divisionCode} name={part.divisionName} />;
            return address === null ? name : <Link to={address}>{name}</Link>;
          },
        },
        { key: 'warnings', title: t('open'), render: (part) => byLevel(part) || t('noWarnings') },
        {
          key: 'rate',
          title: t('passRate'),
          align: 'end',
          render: ({ passRate }) =>
            passRate.share === null ? t('notJudged') : `${percent(passRate.share)} ${t(standingOf(passRate))}`,
        },
        {
          key: 'interval',
          title: t('interval'),
          align: 'end',
          render: ({ passRate: { interval, n } }) =>
            interval && t('intervalOf', { lower: percent(interval.lower), upper: percent(interval.upper), n }),
        },
        {
          key: 'sampling',
          title: t('sampling'),
          align: 'end',
          render: ({ sampling }) => t('samplingOf', { drawn: sampling.drawn, published: sampling.published }),
        },
        {
          key: 'devices',
          title: t('devices'),
          align: 'end',
          render: ({ devices }) => t('devicesOf', { online: devices.online, total: devices.total }),
        },
      ]}
    />
  );
}
