import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { inBothLanguages } from '../../http/problem-words/in-chinese.ts';
import { schemaFaults } from './schemas.ts';

const file = new URL(
  '../../../test/fixtures/epcis/WithFullCombinationOfFields/transformation_event_all_possible_fields.jsonld',
  import.meta.url,
);
const document = JSON.parse(readFileSync(file, 'utf8'));

function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

function spoilt(path: string[], value: unknown): unknown {
  const copy = structuredClone(document);
  const parent = path.slice(0, -1).reduce((inner, name) => inner[name], copy);
  const name = path.at(-1) ?? '';
  if (value === undefined) delete parent[name];
  else parent[name] = value;
  return copy;
}

describe('what GS1’s schema finds wrong', () => {
  it('is nothing with its own example', () => {
    expect(schemaFaults(document)).to.deep.equal([]);
  });

  it('is told whole in Chinese, whatever is spoilt', () => {
    const anything = fc.constantFrom<unknown>(undefined, null, 7, -1, true, '', 'a b', [], {}, { x: 1 }, [1, 1]);
    const place = fc.constantFrom(...placesOf(document).filter((path) => path.length > 0));
    let faults = 0;
    fc.assert(
      fc.property(place, anything, (path, value) => {
        for (const { message } of schemaFaults(spoilt(path, value))) {
          faults++;
          const zh = inBothLanguages(message)?.zh ?? message;
          expect(zh, message).to.match(/\p{Script=Han}/u);
          expect(zh, message).to.not.match(/\b(must|equal|property|schema|valid|allowed)\b/);
        }
      }),
      { numRuns: 400 },
    );
    expect(faults).to.be.greaterThan(50);
  });
});
