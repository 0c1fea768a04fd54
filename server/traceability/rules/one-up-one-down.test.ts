import { expect } from 'chai';
import fc from 'fast-check';
import { type Handling, linksOf, type Party } from './one-up-one-down.ts';

const tolerance = 600_000;
const at = (hour: number) => new Date(Date.UTC(2026, 4, 1, hour));
const farm: Party = { name: '西坡地块', siteId: 'field', producerId: 'farmer' };
const market: Party = { name: '批发市场', siteId: 'hall', producerId: 'market' };
const shop: Party = { name: '菜店', siteId: 'shop', producerId: 'shopkeeper' };
let next = 0;
const event = (step: Handling['step'], hour: number, told: Partial<Handling> = {}): Handling => ({
  eventId: `${step}-${next++}`,
  step,
  at: at(hour),
  madeOf: [],
  madeInto: [],
  ...told,
});
const lacksOf = (...handlings: Handling[]) => linksOf(handlings, tolerance).lacks.map(({ kind }) => kind);

describe('one step up, one step down', () => {
  it('is complete for a lot grown here that is still on hand', () => {
    const { from, to, lacks } = linksOf([event('harvest', 1, { place: farm })], tolerance);
    expect(from.map(({ kind, name }) => [kind, name])).to.deep.equal([['grown', '西坡地块']]);
    expect(to).to.deep.equal([]);
    expect(lacks).to.deep.equal([]);
  });

  it('lacks a source where nothing tells of one', () => {
    expect(lacksOf()).to.deep.equal(['source']);
    expect(lacksOf(event('cool', 1))).to.deep.equal(['source']);
    expect(lacksOf(event('transform', 1, { madeOf: ['A'] }))).to.deep.equal([]);
    expect(lacksOf(event('transform', 1, { madeInto: ['B'] }))).to.deep.equal(['source']);
  });

  it('asks of every shipment who it went to and whether it arrived', () => {
    const grown = event('harvest', 1, { place: farm });
    const named = event('ship', 2, { place: farm, recipient: market });
    expect(linksOf([grown, named], tolerance).lacks).to.deep.equal([
      { kind: 'receipt', eventId: named.eventId, at: at(2) },
    ]);
    expect(linksOf([grown, event('ship', 2, { place: farm })], tolerance).lacks[0]).to.include({ kind: 'recipient' });
    expect(lacksOf(grown, named, event('receive', 3, { place: market }))).to.deep.equal([]);
    expect(lacksOf(grown, event('ship', 2), event('receive', 3, { place: market }))).to.deep.equal([]);
  });

  it('does not take what arrived at one for what was sent to another', () => {
    const lost = event('ship', 2, { place: farm, recipient: market });
    const handlings = [
      event('harvest', 1),
      lost,
      event('ship', 2, { place: farm, recipient: shop }),
      event('receive', 3, { place: shop }),
    ];
    const { lacks, from } = linksOf(handlings, tolerance);
    expect(lacks.map(({ kind, eventId }) => [kind, eventId])).to.deep.equal([['receipt', lost.eventId]]);
    expect(from.map(({ name }) => name)).to.deep.equal(['', '西坡地块']);
  });

  it('asks of every receipt who it came from', () => {
    expect(lacksOf(event('receive', 3, { place: market }))).to.deep.equal(['sender']);
    expect(lacksOf(event('receive', 3, { place: market, sender: farm }))).to.deep.equal([]);
    expect(lacksOf(event('harvest', 1), event('receive', 3), event('ship', 4, { recipient: shop }))).to.deep.equal([
      'sender',
      'receipt',
    ]);
  });

  it('takes several receipts of one shipment for its parts', () => {
    const sent = event('ship', 2, { place: farm, recipient: market });
    const arrived = [3, 4].map((hour) => event('receive', hour, { place: market }));
    expect(lacksOf(event('harvest', 1), sent, ...arrived)).to.deep.equal([]);
  });

  const party = fc.constantFrom(undefined, farm, market, shop);
  const handling = fc
    .record({
      step: fc.constantFrom<Handling['step']>('harvest', 'ship', 'receive', 'cool', 'transform'),
      hour: fc.integer({ min: 0, max: 23 }),
      place: party,
      recipient: party,
      sender: party,
      madeOf: fc.subarray(['A', 'B']),
    })
    .map(({ step, hour, place, recipient, sender, madeOf }) =>
      event(step, hour, { place, recipient, sender, madeOf: step === 'transform' ? madeOf : [] }),
    );

  it('lacks nothing once each shipment is received where it was sent to and each lot was grown here', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(farm, market, shop))), (moves) => {
        const handlings = moves.flatMap(([hour, recipient]) => [
          event('ship', hour, { place: farm, recipient }),
          event('receive', hour + 1, { place: recipient }),
        ]);
        expect(linksOf([event('harvest', 0), ...handlings], tolerance).lacks).to.deep.equal([]);
      }),
    );
  });

  it('tells of each event that it lacks at most one thing, and lacks no more for one receipt more of a shipment', () => {
    fc.assert(
      fc.property(fc.array(handling, { maxLength: 12 }), (handlings) => {
        const { lacks } = linksOf(handlings, tolerance);
        const events = lacks.flatMap(({ eventId }) => eventId ?? []);
        expect(new Set(events).size).to.equal(events.length);
        const unreceived = lacks.find(({ kind }) => kind === 'receipt' || kind === 'recipient');
        const shipment = handlings.find(({ eventId }) => eventId === unreceived?.eventId);
        if (!shipment) return;
        const receipt = event('receive', 24, { place: shipment.recipient });
        expect(linksOf([...handlings, receipt], tolerance).lacks.length).to.be.lessThan(lacks.length);
      }),
    );
  });
});
