import { expect } from 'chai';
import type { Page, Warning } from '../api/types.ts';
import { countByLevel, effectOn, matches, mergeWarning, readWarning } from './merge.ts';

function warning(id: string, more: Partial<Warning> = {}): Warning {
  return {
    id,
    kind: 'threshold',
    level: 'blue',
    state: 'open',
    active: true,
    title: { zh: id, en: id },
    detail: { zh: '', en: '' },
    divisionCode: '611002',
    divisionName: '商州区',
    openedAt: '2026-05-03T08:00:00Z',
    lastOccurredAt: '2026-05-03T08:00:00Z',
    occurrences: 1,
    history: [],
    followUps: [],
    updatedAt: '2026-05-03T08:00:00Z',
    allowed: [],
    refused: [],
    ...more,
  };
}

const pages = (...lists: Warning[][]): Page<Warning>[] =>
  lists.map((items, index) => ({ items, nextCursor: index === lists.length - 1 ? 'more' : `c${index}` }));

const ids = (list: Page<Warning>[]) => list.map(({ items }) => items.map(({ id }) => id));

describe('console: live warnings', () => {
  it('puts a new warning on top', () => {
    expect(ids(mergeWarning(pages([warning('5'), warning('4')]), warning('6')))).to.deep.equal([['6', '5', '4']]);
  });

  it('replaces a known warning in its place, on whichever page it stands', () => {
    const changed = warning('3', { state: 'acknowledged', updatedAt: '2026-05-03T09:00:00Z' });
    const merged = mergeWarning(pages([warning('5'), warning('4')], [warning('3'), warning('2')]), changed);
    expect(ids(merged)).to.deep.equal([
      ['5', '4'],
      ['3', '2'],
    ]);
    expect(merged[1]?.items[0]?.state).to.equal('acknowledged');
  });

  it('never puts an older state over a newer one', () => {
    const newer = warning('5', { state: 'resolved', updatedAt: '2026-05-03T10:00:00Z' });
    const late = warning('5', { state: 'open', updatedAt: '2026-05-03T09:00:00Z' });
    expect(mergeWarning(pages([newer]), late)[0]?.items[0]?.state).to.equal('resolved');
  });

  it('keeps the order when a warning was missed', () => {
    expect(ids(mergeWarning(pages([warning('9'), warning('7')], [warning('5')]), warning('6')))).to.deep.equal([
      ['9', '7'],
      ['6', '5'],
    ]);
    expect(ids(mergeWarning(pages([]), warning('6')))).to.deep.equal([['6']]);
  });

  it('leaves the pages it was given alone', () => {
    const before = pages([warning('5')]);
    mergeWarning(before, warning('6'));
    expect(ids(before)).to.deep.equal([['5']]);
  });

  it('tells what a change means for the list', () => {
    const loaded = pages([warning('5', { state: 'open' })]);
    expect(effectOn(loaded, warning('5', { state: 'resolved' }), { state: 'open' })).to.equal('changed');
    expect(effectOn(loaded, warning('6', { state: 'resolved' }), { state: 'open' })).to.equal('none');
    expect(effectOn(loaded, warning('6'), { level: 'red' })).to.equal('none');
    expect(effectOn(loaded, warning('6'), {})).to.equal('new');
  });

  it('leaves a warning older than the loaded pages to the next page', () => {
    expect(effectOn(pages([warning('5')]), warning('3'), {})).to.equal('none');
    expect(effectOn([{ items: [warning('5')], nextCursor: null }], warning('3'), {})).to.equal('new');
  });

  it('filters by batch and device too', () => {
    expect(matches(warning('1', { batchCode: 'B1' }), { batch: 'B1' })).to.equal(true);
    expect(matches(warning('1', { deviceId: 'D2' }), { device: 'D1' })).to.equal(false);
  });

  it('counts by level and refuses what is no warning', () => {
    expect(countByLevel([warning('1', { level: 'red' }), warning('2')])).to.deep.equal({
      red: 1,
      orange: 0,
      yellow: 0,
      blue: 1,
    });
    expect(readWarning('{"id":"x"}')).to.equal(null);
    expect(readWarning('nonsense')).to.equal(null);
    expect(readWarning('null')).to.equal(null);
    expect(readWarning(JSON.stringify(warning('7')))?.id).to.equal('7');
  });
});
