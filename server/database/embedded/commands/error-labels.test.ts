import { expect } from 'chai';
import { EngineError } from '../errors.ts';
import { tellsOfState } from './error-labels.ts';

describe('the topology version of an error', () => {
  it('stands in those of a server that is no primary, and not in those of a shutdown', () => {
    const told = (code: number) => tellsOfState(new EngineError(code, ''));
    expect([10107, 13435, 11602, 189, 13436, 10058].map(told)).not.to.include(false);
    expect([91, 11600, 112, 11000].map(told)).not.to.include(true);
  });
});
