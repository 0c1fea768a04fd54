import { expect } from 'chai';
import { programName } from './program-name.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

const cases: [string, string][] = [
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36`, 'Chrome 131 · Windows'],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    'Edge 131 · Windows',
  ],
  [`${mozilla} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`, 'Firefox 133 · Linux'],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    'Safari 18 · iOS',
  ],
  [
    `${mozilla} (Linux; Android 14; 23049RAD8C) ${webkit} Version/4.0 Chrome/122.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`,
    'WeChat 8 · Android',
  ],
  ['curl/8.5.0', 'curl 8'],
  ['provincial-platform/2', 'provincial-platform/2'],
  ['', ''],
];

describe('the name of a program', () => {
  for (const [userAgent, name] of cases)
    it(`is ${name || 'empty'} for ${userAgent || 'nothing'}`, () => {
      expect(programName(userAgent)).to.equal(name);
    });
});
