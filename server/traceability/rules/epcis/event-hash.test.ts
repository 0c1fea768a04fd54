import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { EpcisEvent } from './event.ts';
import { hashInput } from './event-hash.ts';
import { prefixesOf } from './names.ts';

const context = [{ example: 'https://ns.example.com/epcis/' }];
const digest = (event: EpcisEvent, given: unknown = context) =>
  createHash('sha256')
    .update(hashInput(event, prefixesOf(given)))
    .digest('hex');

/** The events of the reference implementation's own tests, with the hashes that it publishes for them. */
const vectors: Record<string, EpcisEvent> = {
  '0550df44527332c1fe417c5837fe61b9e71eaa93307b88519dac549bf2d4dcf9': {
    type: 'ObjectEvent',
    eventTime: '2023-02-02T12:04:03.1414+01:00',
    eventTimeZoneOffset: '+01:00',
    epcList: ['https://id.gs1.org/00/040123451111111110'],
    action: 'OBSERVE',
    bizStep: 'transporting',
    readPoint: { id: 'geo:50.947573340894124,6.922120147375441' },
  },
  '6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7': {
    type: 'ObjectEvent',
    eventTime: '2020-03-04T11:00:30.000+01:00',
    eventTimeZoneOffset: '+01:00',
    recordTime: '2020-03-04T11:00:30.999+01:00',
    epcList: [
      'urn:epc:id:sscc:4012345.0000000333',
      'urn:epc:id:sscc:4012345.0000000111',
      'urn:epc:id:sscc:4012345.0000000222',
    ],
    action: 'OBSERVE',
    bizStep: 'departing',
    readPoint: { id: 'urn:epc:id:sgln:4012345.00011.987' },
    'example:myField1': { 'example:mySubField1': '2', 'example:mySubField2': '5' },
    'example:myField2': '0',
    'example:myField3': { 'example:mySubField3': ['3', '1'] },
  },
  '49b13037c36e84ad9307c531671b00e901318c3957e4b1151f816ec49eb668da': {
    type: 'ObjectEvent',
    eventTime: '2020-04-01T15:00:00+01:00',
    eventTimeZoneOffset: '+01:00',
    epcList: ['urn:epc:id:sgtin:4012345.011111.9876'],
    action: 'OBSERVE',
    bizStep: 'inspecting',
    readPoint: { id: 'urn:epc:id:sgln:4012345.00005.0' },
    sensorElementList: [
      {
        sensorMetadata: {
          deviceID: 'urn:epc:id:giai:4000001.111',
          deviceMetadata: 'https://id.gs1.org/8004/4000001111',
        },
        sensorReport: [
          { type: 'Temperature', value: 26, sDev: 0.1, uom: 'CEL' },
          { type: 'AbsoluteHumidity', value: 12.1, uom: 'A93' },
          {
            type: 'Dimensionless',
            microorganism: 'https://www.ncbi.nlm.nih.gov/taxonomy/1126011',
            value: 0.05,
            uom: 'C35',
          },
          {
            type: 'Dimensionless',
            chemicalSubstance: 'https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N',
            value: 0.18,
            uom: 'C35',
          },
        ],
      },
    ],
  },
};

describe('an event’s hash', () => {
  for (const [hash, event] of Object.entries(vectors))
    it(`H1 is the published one: ${hash.slice(0, 8)}`, () => {
      expect(digest(event)).to.equal(hash);
    });

  it('is the same whatever the order of fields and lists, the prefixes, the id and the declaration of an error', () => {
    const [event] = Object.values(vectors).slice(1);
    if (!event) throw new Error('there is no vector');
    const expected = digest(event);
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(event), { minLength: Object.keys(event).length }), (fields) => {
        const shuffled = Object.fromEntries(fields.map((field) => [field, event[field]])) as EpcisEvent;
        expect(digest({ ...shuffled, epcList: [...(event.epcList ?? [])].reverse() })).to.equal(expected);
      }),
    );
    const renamed = JSON.parse(JSON.stringify(event).replaceAll('example:', 'ex:'));
    expect(digest(renamed, [{ ex: 'https://ns.example.com/epcis/' }])).to.equal(expected);
    expect(digest({ ...event, eventID: 'urn:x:1', errorDeclaration: { declarationTime: event.eventTime } })).to.equal(
      expected,
    );
    expect(digest({ ...event, bizStep: 'arriving' })).to.not.equal(expected);
  });
});
