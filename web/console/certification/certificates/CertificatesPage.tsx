import { Link } from 'react-router';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { ProductName } from '../../standards/ProductName.tsx';
import { useSchemes } from '../applications/queries.ts';
import { Proposals } from './Proposals.tsx';
import { useCertificates } from './queries.ts';
import { StandingChip } from './StandingChip.tsx';
import { standingNames, useCertificateTexts, useStanding } from './texts.ts';

const allowed = { standing: standingNames, scheme: 'text', number: 'text' } as const;

/** Proposals that wait for a decision, and all certificates of the own producer or division. */
export function CertificatesPage() {
  const t = useCertificateTexts();
  const bilingual = useBilingual();
  const standingWord = useStanding();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useCertificates(filters);
  const { data: schemes } = useSchemes();
  return (
    <>
      <PageHeading title={t('title')} />
      <Section title={t('proposals')}>
        <p className="note">{t('proposalsHint')}</p>
        <Proposals state="open" />
      </Section>
      <Filters>
        <SearchBox label={t('number')} value={filters.number} onSearch={(value) => setFilter('number', value)} />
        <Choice
          label={t('standing')}
          value={filters.standing}
          options={standingNames.map((value) => ({ value, label: standingWord(value) }))}
          onChange={(value) => setFilter('standing', value)}
        />
        <Choice
          label={t('scheme')}
          value={filters.scheme}
          options={schemes?.items.map(({ id, name }) => ({ value: id, label: bilingual(name) })) ?? []}
          onChange={(value) => setFilter('scheme', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number, externalNumber }) => (
              <>
                <Link to={`/certificates/${id}`}>{number}</Link>
                {externalNumber && <div className="under">{externalNumber}</div>}
              </>
            ),
          },
          { key: 'scheme', title: t('scheme'), render: ({ schemeName }) => bilingual(schemeName) },
          {
            key: 'producer',
            title: t('producer'),
            render: ({ producerName, productName }) => (
              <>
                {producerName}
                <div className="under">
                  <ProductName name={productName} />
                </div>
              </>
            ),
          },
          { key: 'standing', title: t('standing'), render: ({ standing }) => <StandingChip standing={standing} /> },
          { key: 'validTo', title: t('validTo'), render: ({ validTo }) => validTo ?? t('neverExpires') },
        ]}
      />
    </>
  );
}
