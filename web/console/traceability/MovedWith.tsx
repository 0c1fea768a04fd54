import type { TraceNode } from '../api/types.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { GoodsLink, Stays } from './Stays.tsx';
import { useTraceabilityTexts } from './texts.ts';
import { placeOf, useEventWord } from './words.ts';

/** The containers that a lot was in, and what happened to them meanwhile: it happened to the lot too. */
export function MovedWith({ node }: { node: TraceNode }) {
  const t = useTraceabilityTexts();
  const eventWord = useEventWord();
  const events = node.events.filter(({ container }) => container !== undefined);
  if (node.containers.length === 0) return null;
  return (
    <Section title={t('containers')}>
      <Stays stays={node.containers} of="container" empty="" />
      <h3>{t('movedWith')}</h3>
      <DataTable
        caption={t('movedWith')}
        testId="moved-with"
        rows={events}
        rowKey={({ id, container }) => `${id} ${container}`}
        empty={t('notMoved')}
        columns={[
          { key: 'step', title: t('step'), names: true, render: (event) => eventWord(event) },
          { key: 'at', title: t('at'), render: ({ at }) => <Time at={at} /> },
          {
            key: 'place',
            title: t('place'),
            render: (event) => placeOf(event),
          },
          {
            key: 'container',
            title: t('container'),
            render: ({ container = '' }) => <GoodsLink code={container} />,
          },
        ]}
      />
    </Section>
  );
}
