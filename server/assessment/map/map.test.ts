import { expect } from 'chai';
import { divisionMapFile } from './schema.ts';

const square = [
  [109, 33],
  [110, 33],
  [110, 34],
  [109, 33],
];
const feature = (divisionCode: string, coordinates: unknown = [square], type = 'Polygon') => ({
  type: 'Feature',
  properties: { divisionCode, name: '商州区' },
  geometry: { type, coordinates },
});
const file = (changes: object = {}) => ({
  type: 'FeatureCollection',
  source: '省标准地图服务',
  licence: '按许可展示',
  reviewNumber: '陕S(2023)012号',
  features: [feature('611002'), feature('611021', [[square]], 'MultiPolygon')],
  ...changes,
});
const faultOf = (changes: object) => divisionMapFile.safeParse(file(changes)).error?.issues[0];

describe('a map of divisions', () => {
  it('is read from GeoJSON, polygon or many', () => {
    const { divisions, ...about } = divisionMapFile.parse(file());
    expect(about).to.deep.equal({ source: '省标准地图服务', licence: '按许可展示', reviewNumber: '陕S(2023)012号' });
    expect(divisions.map(({ divisionCode }) => divisionCode)).to.deep.equal(['611002', '611021']);
    expect(divisions[0]?.polygons).to.deep.equal(divisions[1]?.polygons);
  });

  it('is shown with source, licence and review number, or not at all', () => {
    for (const field of ['source', 'licence', 'reviewNumber'])
      expect(faultOf({ [field]: undefined })?.path).to.deep.equal([field]);
    for (const number of ['GS(2024)0650号', 'GS京(2025)1234号', '陕S（2023）012号'])
      expect(faultOf({ reviewNumber: number })).to.equal(undefined);
    for (const number of ['2024', 'GS(24)1号', '无'])
      expect(faultOf({ reviewNumber: number })?.path).to.deep.equal(['reviewNumber']);
  });

  it('names the place of what is wrong in it', () => {
    expect(faultOf({ features: [feature('商州')] })?.path.join('.')).to.equal('features.0.properties.divisionCode');
    expect(faultOf({ features: [feature('611002'), feature('611002')] })?.message).to.include('each division once');
    expect(faultOf({ features: [feature('611002', [square.slice(0, 3)])] })?.message).to.include('four positions');
    const projected = square.map(([x = 0, y = 0]) => [x * 100_000, y * 100_000]);
    expect(faultOf({ features: [feature('611002', [projected])] })?.path.join('.')).to.match(/coordinates\.0\.0\.0$/);
  });
});
