import { expect } from 'chai';
import { eventDetail } from './event-details.ts';

const cases: [string, string, string][] = [
  ['account disabled', '账号已停用', 'account disabled'],
  ['for 30 s', '须等待 30 秒', 'has to wait 30 s'],
  ['by admin: lost $1 phone: red', '操作人 admin：lost $1 phone: red', 'by admin: lost $1 phone: red'],
  ['by admin', '操作人 admin', 'by admin'],
  ['invalid_grant', 'invalid_grant', 'invalid_grant'],
  ['constructor', 'constructor', 'constructor'],
];

describe('the detail of a security event', () => {
  for (const [detail, zh, en] of cases)
    it(`has words for ${detail}`, () => {
      expect([eventDetail(detail, 'zh'), eventDetail(detail, 'en')]).to.deep.equal([zh, en]);
    });
});
