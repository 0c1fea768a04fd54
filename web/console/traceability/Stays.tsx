import { Link } from 'react-router';
import type { TraceNode } from '../api/types.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Time } from '../shared/Time.tsx';
import { isIdentifier } from './identifier.ts';
import { useTraceabilityTexts } from './texts.ts';

type Stay = TraceNode['containers'][number];

/** A lot, or a container that is no batch here, by the page that tells of it. */
export function GoodsLink({ code }: { code: string }) {
  const place = isIdentifier(code) ? 'containers' : 'batches';
  return <Link to={`/${place}/${encodeURIComponent(code)}`}>{code}</Link>;
}

/** In what a lot was, or what was in a container, from when to when. */
export function Stays({ stays, of, empty }: { stays: Stay[]; of: 'container' | 'content'; empty: string }) {
  const t = useTraceabilityTexts();
  return (
    <DataTable
      caption={t(of === 'container' ? 'containers' : 'contents')}
      rows={stays}
      rowKey={({ code, from = '' }) => `${code} ${from}`}
      empty={empty}
      columns={[
        { key: 'code', title: t(of), names: true, render: ({ code }) => <GoodsLink code={code} /> },
        { key: 'from', title: t('packedAt'), render: ({ from }) => (from ? <Time at={from} /> : t('notKnown')) },
        { key: 'until', title: t('unpackedAt'), render: ({ until }) => (until ? <Time at={until} /> : t('stillIn')) },
      ]}
    />
  );
}
