import { expect } from 'chai';
import { animalFoods, bans, coveredByCertificate, editions, foodNodes, limits, residues } from './library.ts';
import { isCasNumber } from './rules/cas-number.ts';
import { conformityCertificateCovered, foodPath } from './rules/food.ts';

const covered = (code: string) => conformityCertificateCovered(foodPath(foodNodes, code), coveredByCertificate);

describe('the data of the standards', () => {
  it('names parents that exist, without a circle', () => {
    for (const code of foodNodes.keys()) expect(foodPath(foodNodes, code).length, code).to.be.within(1, 4);
  });

  it('gives every provision its own id', () => {
    const ids = [...limits, ...bans].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('limits only foods that are in the classification', () => {
    const named = [
      ...limits.flatMap(({ foodCode, excluding }) => [foodCode, ...excluding]),
      ...bans.flatMap(({ foods }) => (foods === 'all' ? [] : foods)),
      ...coveredByCertificate,
      ...animalFoods,
    ];
    for (const code of named) expect(foodNodes.has(code), code).to.equal(true);
  });

  it('excludes from a category only foods within it', () => {
    for (const { id, foodCode, excluding } of limits)
      for (const code of excluding)
        expect(
          foodPath(foodNodes, code).map((food) => food.code),
          id,
        ).to.include(foodCode);
  });

  it('holds CAS numbers with a right check digit', () => {
    for (const { casNumber, substance } of [...limits, ...bans, ...residues.flatMap(({ parts }) => parts)]) {
      if (casNumber === undefined) continue;
      expect(isCasNumber(casNumber), `${substance} ${casNumber}`).to.equal(true);
    }
  });

  it('says of every row where it comes from', () => {
    for (const { source } of [...limits, ...bans, ...editions, ...residues])
      expect(source).to.have.length.greaterThan(10);
  });

  it('counts 54 pesticides banned on all crops: 46, 4 since 2024-09-01, 4 since 2026-06-01', () => {
    const all = bans.filter(({ foods }) => foods === 'all');
    expect(all.length).to.equal(54);
    expect(all.filter(({ effectiveFrom }) => effectiveFrom === '2024-09-01').length).to.equal(4);
    expect(all.filter(({ effectiveFrom }) => effectiveFrom === '2026-06-01').length).to.equal(4);
  });
});

describe('the conformity certificate', () => {
  for (const food of [
    'celery',
    'shiitake',
    'wood-ear',
    'kiwifruit',
    'fresh-tea-leaves',
    'live-animals',
    'eggs',
    'farmed-aquatic-products',
  ])
    it(`is compulsory for ${food}`, () => expect(covered(food)).to.equal(true));
  for (const food of ['walnut', 'chestnut', 'tea', 'danshen', 'wheat', 'no-such-food'])
    it(`is not compulsory for ${food}`, () => expect(covered(food)).to.equal(false));
});
