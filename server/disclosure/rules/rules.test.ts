import { expect } from 'chai';
import fc from 'fast-check';
import { atomOf } from './atom.ts';
import { catalogue, datasetIds } from './catalogue.ts';
import { latest } from './dcat.ts';
import { licenceRows, penaltyRow } from './double-publicity.ts';
import { certificateRow, producerRow, resultRows } from './rows.ts';

const county = { code: '611002', name: '商州区' };
const columnsOf = (id: string) => catalogue.datasets.find((each) => each.id === id)?.columns.map(({ name }) => name);

describe('open data', () => {
  it('has a row of the catalogue for each dataset, with just the columns that its rows have', () => {
    expect(catalogue.datasets.map(({ id }) => id)).to.deep.equal([...datasetIds]);
    const at = new Date('2026-04-30T17:00:00Z');
    const common = {
      product: '芹菜',
      divisionCode: '611002104',
      planKind: 'routine-monitoring',
      verdict: 'pass',
    } as const;
    const [row] = resultRows({ ...common, drawnAt: at, publishedAt: at, results: [] }, county);
    expect(Object.keys(row ?? {})).to.deep.equal(columnsOf('test-results'));
    expect(row, 'a day in China').to.include({ drawnMonth: '2026-05', publishedOn: '2026-05-01', substance: '' });
    const scheme = { id: 'organic', zh: '有机产品', en: 'organic' } as const;
    const certificate = { number: 'C1', scheme, standing: 'valid', product: '芹菜' } as const;
    expect(
      Object.keys(certificateRow({ ...certificate, divisionCode: '611002104', validFrom: '2026-01-01' }, county)),
    ).to.deep.equal(columnsOf('certificates'));
    const held = {
      ...certificate,
      holder: '合作社',
      holderCreditCode: '93611002MA6TEST00X',
      divisionCode: '611002104',
      validFrom: '2026-01-01',
    };
    expect(Object.keys(licenceRows(held, county)[0] ?? {})).to.deep.equal(columnsOf('licences'));
    expect(licenceRows(held, county)[0]).to.include({ XK_XDR_SHXYM: '93611002MA6TEST00X' });
    const { holderCreditCode: _, ...unnumbered } = held;
    const classOf = (more: Partial<typeof held> & { holderKind?: 'cooperative' | 'family-farm' }) =>
      licenceRows({ ...unnumbered, ...more }, county)[0]?.XK_XDR_LB;
    expect(classOf({ holderCreditCode: '93611002MA6TEST00X' })).to.equal('法人及非法人组织');
    expect(classOf({ holderCreditCode: '92611002MA6TEST00X', holderKind: 'family-farm' })).to.equal('个体工商户');
    expect(classOf({ holderKind: 'cooperative' })).to.equal('法人及非法人组织');
    expect(classOf({ holderKind: 'family-farm' }), 'registered as what, nobody knows').to.equal('');
    expect(licenceRows({ ...certificate, divisionCode: '611002104', validFrom: '2026-01-01' }, county)).to.deep.equal(
      [],
    );
    const penalty = {
      number: 'N1',
      partyName: '合作社',
      legalForm: 'organization',
      acts: ['甲'],
      kinds: ['罚款'],
    } as const;
    const decided = { ...penalty, acts: ['甲'], kinds: ['罚款'], penalty: '罚款 50000.50 元', fine: '50000.50' };
    const days = { decidedOn: '2026-11-24', until: '2027-11-24', divisionCode: '611002' };
    const published = penaltyRow({ ...decided, ...days }, county);
    expect(Object.keys(published)).to.deep.equal(columnsOf('penalties'));
    expect(published.CF_NR_FK, 'in ten thousands, exact').to.equal('5.00005');
    expect(
      Object.keys(producerRow({ name: '合作社', kind: 'cooperative', divisionCode: '611002104' }, county)),
    ).to.deep.equal(columnsOf('producers'));
  });

  it('changed last when the newest of its records did', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.date({ noInvalidDate: true }))), (times) => {
        const known = times.flatMap((time) => (time ? [time.getTime()] : []));
        expect(latest(times)?.getTime() ?? null).to.equal(known.length > 0 ? Math.max(...known) : null);
      }),
    );
  });

  it('is told by a feed in which no title becomes markup or breaks the XML', () => {
    const feed = { id: 'a', self: 'a', title: 'b', author: 'c', since: new Date(0) };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const xml = atomOf({ ...feed, entries: [{ id: 'd', link: 'e', at: new Date(1), title }] });
        const inner = /<entry><id>d<\/id><title>(.*?)<\/title>/s.exec(xml)?.[1] ?? '<';
        expect(inner).to.not.match(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no place for
        expect(xml).to.not.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
    expect(atomOf({ ...feed, entries: [] })).to.include('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});
