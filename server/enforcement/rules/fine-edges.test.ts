import { expect } from 'chai';
import { Decimal } from 'decimal.js';
import { starterLaw } from '../law/library.ts';
import { type Article, type Figure, type FineBand, legalForms, partyKinds } from '../law/schema.ts';
import { highestRange, whyFineRefused } from './fine-range.ts';
import { whyNotSummary } from './procedure.ts';
import type { LegalForm, PartyClass, Situation } from './situation.ts';

const articles = starterLaw.filter((row): row is (typeof starterLaw)[number] & Article => row.kind === 'article');
const parties = partyKinds.flatMap((kind) => legalForms.map((legalForm) => ({ kind, legalForm })));
const fen = (amount: string) => Math.round(Number(amount) * 100);
const yuan = (amount: number) => new Decimal(amount).div(100).toFixed();
const ownerOf = (legalForm: LegalForm) => (legalForm === 'individual-business' ? 'natural-person' : legalForm);

/** What the row says, read in fen: the bands for this party that take this amount in. */
function bandsOf({ bands }: Article, party: PartyClass, basis: number): FineBand[] {
  return bands.filter(({ parties: only, from, below }) => {
    const forKind = only?.kinds?.includes(party.kind) ?? !only?.notKinds?.includes(party.kind);
    const forForm = only?.legalForms?.includes(ownerOf(party.legalForm)) ?? true;
    return forKind && forForm && basis >= fen(from ?? '0') && (below === undefined || basis < fen(below));
  });
}

/** Both ends of a band, in fen. */
function endsOf({ fine }: FineBand, basis: number): [from: number, to: number] {
  return 'timesTo' in fine
    ? [basis * Number(fine.timesFrom), basis * Number(fine.timesTo)]
    : [fen(fine.from ?? '0'), fen(fine.to)];
}

/** Values of goods, gains or fees at which an article's fine changes, a fen below each, and one far from all. */
function amountsOf({ bands }: Article): number[] {
  const thresholds = bands.flatMap(({ from, below }) => [from, below]).filter((amount) => amount !== undefined);
  return [...new Set([12_345, ...thresholds.flatMap((amount) => [fen(amount) - 1, fen(amount)])])];
}

function situationOf(party: PartyClass, basis: number): Situation {
  const amount = yuan(basis);
  return { party, valueOfGoods: amount, illegalGains: amount, fee: amount, orderUnheeded: true, grave: false };
}

describe('the edges of each fine', () => {
  for (const article of articles)
    it(`${article.code}: both ends are taken, a fen beyond neither, for each kind of party`, () => {
      let fined = 0;
      for (const party of parties)
        for (const basis of amountsOf(article)) {
          const ranges = highestRange([article], situationOf(party, basis));
          const refused = (amount: number) => whyFineRefused(yuan(amount), ranges);
          const where = `${party.kind}, ${party.legalForm}, ${yuan(basis)} yuan`;
          const [band, ...more] = bandsOf(article, party, basis);
          expect(more, `${where}: one band alone`).to.deep.equal([]);
          if (!band) {
            expect(refused(100)?.zh, where).to.match(/^不能罚款/);
            continue;
          }
          fined++;
          const [from, to] = endsOf(band, basis);
          expect([from, to].map(refused), where).to.deep.equal([null, null]);
          expect(refused(to + 1)?.zh, where).to.include(`${yuan(from)}–${yuan(to)}`);
          if (from > 0) expect(refused(from - 1)?.zh, where).to.include(`${yuan(from)}–${yuan(to)}`);
        }
      expect(fined, 'some party is fined').to.be.greaterThan(0);
    });

  const figure = (code: string) => starterLaw.find((row) => row.code === code) as Figure;

  for (const legalForm of legalForms)
    it(`the summary procedure ends at the figure for ${legalForm}, and a fen above it`, () => {
      const ceiling = figure('summary-fine');
      const most = ceiling.values.find((value) => value.legalForms?.includes(ownerOf(legalForm)))?.value ?? '';
      expect(most).to.equal(legalForm === 'organization' ? '3000' : '200');
      const why = (fine: number) => whyNotSummary({ legalForm, kinds: ['fine'], fine: yuan(fine) }, ceiling);
      expect([why(fen(most)), why(fen(most) - 1)]).to.deep.equal([null, null]);
      expect(why(fen(most) + 1)?.zh).to.include(most);
      expect(whyNotSummary({ legalForm, kinds: ['warning'] }, ceiling)).to.equal(null);
    });
});
