import { Link, useParams } from 'react-router';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { InputBox } from '../shared/InputBox.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { Section } from '../shared/Section.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useTrace } from './queries.ts';
import { Stays } from './Stays.tsx';
import { TraceSections } from './TraceSections.tsx';
import { useTraceabilityTexts } from './texts.ts';

const allowed = { at: 'text' } as const;

/** The moment that somebody typed, in the clock of this browser. */
function momentOf(typed: string | undefined): string | undefined {
  const moment = new Date(typed ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** A box or pallet that is no batch here: what was in it, whenever or at one time, and where that came from and went. */
export function ContainerPage() {
  const { code = '' } = useParams();
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const { filters, setFilter } = useAddressFilters<'at'>(allowed);
  const at = momentOf(filters.at);
  const { data: trace } = useTrace(code, 'both', at);
  const node = trace?.nodes.find((each) => each.code === trace.code);
  return (
    <>
      <PageHeading title={code} above={<Link to="/batches">← {shared('back')}</Link>} />
      <search className="filters">
        <InputBox
          label={t('asOf')}
          type="datetime-local"
          value={filters.at}
          onChange={(value) => setFilter('at', value)}
        />
      </search>
      {node && (
        <Section title={t('contents')}>
          <Stays stays={node.contents} of="content" empty={t(at ? 'emptyThen' : 'neverPacked')} />
        </Section>
      )}
      <TraceSections code={code} at={at} />
    </>
  );
}
