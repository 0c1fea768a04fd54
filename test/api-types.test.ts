import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { apiTypes, apiTypesFile } from '../scripts/api-types-of.ts';

describe("the console's types", function () {
  this.timeout(60_000);

  it('are those of the OpenAPI document; if not, run npm run api:types', async () => {
    expect(readFileSync(apiTypesFile, 'utf8')).to.equal(await apiTypes());
  });
});
