import { expect } from 'chai';
import fc from 'fast-check';
import { checkDigit, hasCheckDigit } from './check-digit.ts';
import { digitalLinkPath, faultOfDigitalLink, readDigitalLink } from './digital-link.ts';
import { patternOfEpcUrn } from './epc-urn.ts';
import { canonicalIdentifier } from './identifier.ts';

const canonical = (text: string) => canonicalIdentifier(text, () => undefined).replace('https://id.gs1.org', '');

describe('GS1 identifiers', () => {
  it('end with the check digit that GS1 publishes', () => {
    expect(checkDigit('0950600013435')).to.equal('2');
    expect(hasCheckDigit('09506000134352')).to.equal(true);
    expect(hasCheckDigit('09506000134353')).to.equal(false);
    expect(checkDigit('04012345000000111')).to.equal('2');
  });

  it('show every single wrong digit by their check digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{13}$/),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, place, difference) => {
          const wrong = [...digits];
          wrong[place] = String((Number(wrong[place]) + difference) % 10);
          expect(hasCheckDigit(wrong.join('') + checkDigit(digits))).to.equal(false);
        },
      ),
    );
  });

  it('have one canonical form, whether they come as URN or as Digital Link', () => {
    const vectors: [string, string][] = [
      ['urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()', '/01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29'],
      ['urn:epc:id:sgln:4012345.00005.0', '/414/4012345000054'],
      ['urn:epc:id:sgln:4012345.00005.122', '/414/4012345000054/254/122'],
      ['urn:epc:class:lgtin:4012345.012345.Lot987', '/01/04012345123456/10/Lot987'],
      ['urn:epc:id:gdti:987659999999..9', '/253/98765999999929'],
      ['urn:epc:id:pgln:999999999999.', '/417/9999999999994'],
      ['urn:epc:id:grai:4012345.00022.334455', '/8003/04012345000221334455'],
      ['urn:epc:id:sscc:4012345.3111111111', '/00/340123451111111111'],
      ['urn:epc:id:gsin:4012345.222333444', '/402/40123452223334442'],
      ['urn:epc:id:itip:4012345.011111.01.02.987', '/8006/040123451111180102/21/987'],
      ['urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7', '/01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'],
      ['urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234', '/8010/061414111111111111111-A%23%2F/8011/1234'],
      ['https://shop.example/a/01/09506000134352/10/AB1/21/77?17=270101', '/01/09506000134352/21/77'],
      ['https://shop.example/01/09506000134352/22/2A/10/AB1', '/01/09506000134352/10/AB1'],
      ['https://example.com/gtin/09780345418913/21/765tz?abc=1', '/01/09780345418913/21/765tz'],
    ];
    for (const [text, path] of vectors) expect(canonical(text), text).to.equal(path);
    for (const other of ['https://example.com/orders/1', 'urn:uuid:1', 'geo:1,2'])
      expect(canonical(other)).to.equal(other);
  });

  it('cover what a pattern covers, and nothing else', () => {
    const all = patternOfEpcUrn('urn:epc:idpat:sgtin:9521321.*.*');
    expect(all?.test('https://id.gs1.org/01/09521321123458/21/7')).to.equal(true);
    expect(all?.test('https://id.gs1.org/01/09521322123458/21/7')).to.equal(false);
    expect(patternOfEpcUrn('urn:epc:id:sgtin:9521321.012345.1')).to.equal(undefined);
  });

  it('cover all things of a company, and of every company, whatever key they have', () => {
    const things = [
      ...['sgtin:4012345.011111.987', 'sscc:4012345.3111111111', 'sgln:4012345.00005.0', 'sgln:4012345.00005.122'],
      ...['grai:4012345.00022.334455', 'giai:4012345.A1', 'gsrn:4012345.1234567890', 'gdti:4012345.55555.9'],
      ...['pgln:4012345.00225', 'gsin:4012345.222333444', 'ginc:4012345.X1', 'cpi:4012345.A1.1234'],
    ];
    for (const thing of things) {
      const [scheme = '', company = '', ...parts] = thing.split(/[:.]/);
      const covers = (prefix: string) =>
        patternOfEpcUrn(`urn:epc:idpat:${[`${scheme}:${prefix}`, ...parts.map(() => '*')].join('.')}`)?.test(
          `https://id.gs1.org${canonical(`urn:epc:id:${thing}`)}`,
        );
      expect([covers(company), covers('*'), covers('4012346'), covers('40123456789012')], thing).to.deep.equal([
        ...[true, true, false, undefined],
      ]);
    }
    const place = patternOfEpcUrn('urn:epc:idpat:sgln:4012345.00005.*');
    for (const extension of ['0', '122'])
      expect(place?.test(`https://id.gs1.org${canonical(`urn:epc:id:sgln:4012345.00005.${extension}`)}`)).to.equal(
        true,
      );
  });

  it('D1 are refused as a Digital Link for what is wrong about them', () => {
    const fault = (path: string) => {
      const link = readDigitalLink(`https://host${path}`);
      return link ? faultOfDigitalLink(link) : 'is none';
    };
    expect(fault('/01/09506000134352/10/AB-1')).to.equal(null);
    expect(fault('/01/09506000134352/10/A%2FB')).to.equal(null);
    for (const path of [
      '/01/09506000134353/10/AB-1',
      '/01/09506000134352/21/7/10/AB',
      '/01/09506000134352/10/A23456789012345678901',
      '/01/09506000134352/254/1',
      '/01/09506000134352/10/核桃',
      '/01/0950600013435A',
    ])
      expect(fault(path), path).to.be.a('string');
  });

  it('go through an address and back unchanged', () => {
    const lot = fc.stringMatching(/^[!-~]{1,20}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13}$/), lot, (digits, value) => {
        const link = { key: '01', value: digits + checkDigit(digits), qualifiers: [{ key: '10', value }] };
        expect(readDigitalLink(`https://host${digitalLinkPath(link)}`)).to.deep.equal(link);
      }),
    );
  });
});
