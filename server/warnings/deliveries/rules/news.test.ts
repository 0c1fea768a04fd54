import { expect } from 'chai';
import fc from 'fast-check';
import { newsOf, type Tellable } from './news.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 8, minute)).toISOString();

describe('the news of a warning', () => {
  const escalated: Tellable = {
    history: [
      { verb: 'raise', at: at(0) },
      { verb: 'raise-level', at: at(1) },
      { verb: 'acknowledge', at: at(2) },
      { verb: 'escalate', at: at(3) },
      { verb: 'handle', at: at(4) },
    ],
    followUps: [],
  };

  it('is the newest of what people are told of', () => {
    expect(newsOf(escalated)).to.deep.equal({ event: 'escalated', at: at(3) });
    expect(newsOf({ ...escalated, history: escalated.history.slice(0, 3) })).to.deep.equal({
      event: 'level-raised',
      at: at(1),
    });
  });

  it('is a reclassification upwards, and none downwards', () => {
    const up = { at: at(5), level: { from: 'orange', to: 'red' } } as const;
    expect(newsOf({ ...escalated, followUps: [up] })).to.deep.equal({ event: 'level-raised', at: at(5) });
    const down = { at: at(5), level: { from: 'orange', to: 'blue' } } as const;
    expect(newsOf({ ...escalated, followUps: [down, { at: at(6) }] })?.event).to.equal('escalated');
  });

  it('is none while the warning is kept quiet', () => {
    expect(newsOf({ ...escalated, quiet: { because: 'silence' } })).to.equal(null);
  });

  it('stays the same whatever people do about the warning', () => {
    const step = fc.constantFrom('acknowledge', 'withdraw-acknowledgement', 'handle', 'resolve', 'close', 'quiet');
    fc.assert(
      fc.property(fc.array(step), (verbs) => {
        const later = verbs.map((verb, index) => ({ verb, at: at(10 + index) }));
        expect(newsOf({ ...escalated, history: [...escalated.history, ...later] })).to.deep.equal(newsOf(escalated));
      }),
    );
  });
});
