import { expect } from 'chai';
import type { CustodyRecord, ResultRecord, SampleRecord, TestRecord } from '../model.ts';
import { sampleStates } from '../schema.ts';
import { waitingOf, waitingStates } from './waiting.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const test = (more: Partial<TestRecord>) => ({ analyte: 'a', analyteKey: 'a', state: 'open', ...more }) as TestRecord;
const result = (enteredBy: string, released?: boolean) =>
  ({ enteredBy, ...(released !== undefined && { run: { released } }) }) as ResultRecord;
const waits = (state: SampleRecord['state'], more: Partial<SampleRecord> = {}) =>
  waitingOf({
    ...{ state, drawnAt: at(0), samplers: ['甲', '乙'], results: [] },
    history: [{ verb: 'report', by: 'x', at: at(5) }],
    ...more,
  });

describe('what a sample waits for', () => {
  it('is its receipt while it is on its way, with whoever has it', () => {
    expect(waits('drawn')).to.deep.equal({ for: 'receipt', by: ['甲', '乙'], since: at(0) });
    const custody = [
      { act: 'hand-over' as const, from: '甲', to: '快递', at: at(2), seals: [], recordedBy: 'a' },
    ] satisfies CustodyRecord[];
    expect(waits('drawn', { custody })).to.deep.equal({ for: 'receipt', by: ['快递'], since: at(2) });
  });

  it('is a test, with the analysts who have it, or nobody', () => {
    expect(waits('received')).to.deep.equal({ for: 'test', by: [], since: at(5) });
    const tests = [test({ askedAt: at(3), assignedTo: 'analyst' }), test({ askedAt: at(4) })];
    expect(waits('in-test', { tests, results: [result('second')] })).to.deep.equal({
      for: 'test',
      by: ['analyst'],
      since: at(3),
    });
  });

  it('is the report once no test is open, then the release of its runs, then another person', () => {
    const results = [result('analyst'), result('second'), result('analyst')];
    expect(waits('in-test', { results, tests: [test({ state: 'done' })] })).to.deep.include({
      for: 'report',
      by: ['analyst', 'second'],
    });
    expect(waits('reported', { results: [result('analyst', false)] })).to.include({ for: 'release' });
    expect(waits('reported', { results: [result('analyst', true)] })).to.include({ for: 'verification' });
  });

  it('is something in just those states in which something waits', () => {
    expect(sampleStates.filter((state) => waits(state) !== null)).to.deep.equal([...waitingStates]);
  });
});
