import { expect } from 'chai';
import { eventsOfGoods } from './events-of-goods.ts';
import { nestingOf } from './nesting.ts';
import { staysOf } from './stays.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 4, 1, hour));
const packed = (container: string, content: string, hour: number, out = false) => ({
  container,
  content,
  at: at(hour).getTime(),
  out,
});
const packing = (container: string, ...contents: string[]) => ({
  container,
  contents: contents.map((batchCode) => ({ batchCode })),
});
/** Two lots in a box, the box on a pallet from two to five. */
const nesting = nestingOf(
  staysOf([
    packed('BOX', 'LOT', 1),
    packed('BOX', 'OTHER', 1),
    packed('PALLET', 'BOX', 2),
    packed('PALLET', 'BOX', 5, true),
    packed('BOX', 'LOT', 8, true),
  ]),
);
const events = [
  { name: 'packed', batchCodes: ['BOX', 'LOT'], at: at(1), packing: packing('BOX', 'LOT') },
  { name: 'other packed', batchCodes: ['BOX', 'OTHER'], at: at(1), packing: packing('BOX', 'OTHER') },
  { name: 'pallet before', batchCodes: ['PALLET'], at: at(1) },
  { name: 'box on pallet', batchCodes: ['PALLET', 'BOX'], at: at(2), packing: packing('PALLET', 'BOX') },
  { name: 'pallet shipped', batchCodes: ['PALLET'], at: at(3) },
  { name: 'box taken down', batchCodes: ['PALLET', 'BOX'], at: at(5), packing: packing('PALLET', 'BOX') },
  { name: 'pallet after', batchCodes: ['PALLET'], at: at(6) },
  { name: 'box emptied', batchCodes: ['BOX'], at: at(8), packing: packing('BOX') },
  { name: 'box washed', batchCodes: ['BOX'], at: at(9) },
];

describe('what happened to goods', () => {
  it('is what happened to their containers while they were in them', () => {
    const found = eventsOfGoods(['LOT'], nesting.around, events).get('LOT');
    expect(found?.map(({ event, container }) => [event.name, container])).to.deep.equal([
      ['packed', undefined],
      ['box on pallet', 'BOX'],
      ['pallet shipped', 'PALLET'],
      ['box taken down', 'BOX'],
      ['box emptied', 'BOX'],
    ]);
  });

  it('is for each of many lots its own', () => {
    const found = eventsOfGoods(['OTHER', 'NONE'], nesting.around, events);
    expect(found.get('OTHER')?.map(({ event }) => event.name)).to.deep.equal([
      'other packed',
      'box on pallet',
      'pallet shipped',
      'box taken down',
      'box emptied',
      'box washed',
    ]);
    expect(found.get('NONE')).to.deep.equal([]);
  });
});
