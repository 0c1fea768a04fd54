import { expect } from 'chai';
import fc from 'fast-check';
import { resources } from '../../../identity/rights/resources.ts';
import { eventRows } from '../events.ts';
import { type EventRow, eventTypesOf } from './domain-event.ts';

const title = { zh: '甲', en: 'a' };
const row = (more: Partial<EventRow>): EventRow => ({ type: 't', title, resource: 'r', field: 'state', ...more });
const told = (before: unknown, after: unknown, more: Partial<EventRow>) =>
  eventTypesOf({ resource: 'r', changes: [{ field: 'state', before, after }] }, [row(more)]).length > 0;

describe('an event', () => {
  const states = fc.constantFrom(undefined, null, 'a', 'b', 'c');

  it('is told when the field becomes what the row says, from what the row says, and never when it stays', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const turned = before !== after && after !== undefined && after !== null;
        expect(told(before, after, { becomes: ['b'] })).to.equal(turned && after === 'b');
        expect(told(before, after, { from: ['a'], becomes: ['b'] })).to.equal(
          turned && after === 'b' && before === 'a',
        );
        expect(told(before, after, { from: [] })).to.equal(turned && (before === undefined || before === null));
        expect(told(before, after, { resource: 'other' })).to.equal(false);
        expect(told(before, after, { field: 'other' })).to.equal(false);
      }),
    );
  });

  it('is of a kind that is named once, and about records that somebody has a right to read', () => {
    expect(new Set(eventRows.map(({ type }) => type)).size).to.equal(eventRows.length);
    for (const { resource } of eventRows) expect(resources).to.have.property(resource);
  });
});
