import { expect } from 'chai';
import { type CriterionReach, criterionFor } from './control-criteria.ts';

describe('which criterion a control is held against', () => {
  const since = (day: string) => new Date(`${day}T00:00:00Z`);
  const general = { name: 'general', kind: 'spike', methodKey: 'M', validFrom: since('2026-01-01') } as const;
  const later = { ...general, name: 'later', validFrom: since('2026-06-01') } as const;
  const ofAnalyte = { ...general, name: 'of the analyte', analyteKey: 'a' } as const;
  const ofInstrument = { ...general, name: 'of the instrument', instrument: 'lcms-1' } as const;
  const name = (all: readonly (CriterionReach & { name: string })[], control: object, at = '2026-11-24') =>
    criterionFor(all, { kind: 'spike', methodKey: 'M', analyteKey: 'b', instrument: 'gc-1', ...control, at: since(at) })
      ?.name;

  it('is the last one in force on that day', () => {
    expect(name([general, later], {})).to.equal('later');
    expect(name([later, general], {}, '2026-05-31')).to.equal('general');
    expect(name([general, { ...general, name: 'corrected' }], {})).to.equal('corrected');
    expect(name([general], {}, '2025-12-31')).to.equal(undefined);
  });

  it('is the narrowest one that reaches it', () => {
    const all = [ofAnalyte, ofInstrument, later];
    expect(name(all, { analyteKey: 'a', instrument: 'lcms-1' })).to.equal('of the analyte');
    expect(name(all, { instrument: 'lcms-1' })).to.equal('of the instrument');
    expect(name(all, {})).to.equal('later');
    expect(name(all, { methodKey: 'N' })).to.equal(undefined);
    expect(name(all, { kind: 'blank' })).to.equal(undefined);
  });

  it('is of the same lot of the same material', () => {
    const lot = { ...general, name: 'lot 1', kind: 'material', material: 'tea', lot: '1' } as const;
    expect(name([lot], { kind: 'material', material: 'tea', lot: '1' })).to.equal('lot 1');
    expect(name([lot], { kind: 'material', material: 'tea', lot: '2' })).to.equal(undefined);
  });
});
