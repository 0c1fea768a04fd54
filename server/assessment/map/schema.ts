import { z } from 'zod';

/** The most points that a map may have: more would be slow on a phone, and finer than the overview shows. */
const mostPoints = 50_000;

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
/** RFC 7946, 3.1.6: closed, four positions at least. */
const ring = z
  .array(position)
  .min(4, 'must have four positions at least')
  .refine((points) => `${points[0]}` === `${points.at(-1)}`, 'must end where it begins');
const polygon = z.array(ring).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);

/** 审图号, as maps print it: GS(2024)0650号, GS京(2025)1234号, 陕S(2023)012号. */
const reviewNumber = z
  .string()
  .regex(
    /^(GS\p{Script=Han}?|\p{Script=Han}S)[(（]\d{4}[)）]\d{1,6}号$/u,
    'must be a review number such as GS(2024)0650号',
  );

/** Of a polygon three levels down, of many four. */
const pointsIn = (coordinates: unknown[]) => coordinates.flat(4).length / 2;

/**
 * A GeoJSON FeatureCollection of divisions (RFC 7946) with who drew it, under which licence it may be shown, and the number of
 * its review (地图管理条例), which maps shown in China bear.
 */
export const divisionMapFile = z
  .object({
    type: z.literal('FeatureCollection'),
    source: z.string().min(1).max(200),
    licence: z.string().min(1).max(200),
    reviewNumber,
    features: z
      .array(
        z.object({
          type: z.literal('Feature'),
          properties: z.object({
            divisionCode: z.string().regex(/^(\d{6}|\d{9})$/, 'must be a division code of 6 or 9 digits'),
          }),
          geometry,
        }),
      )
      .min(1, 'must have a division at least'),
  })
  .refine(
    ({ features }) => new Set(features.map(({ properties }) => properties.divisionCode)).size === features.length,
    'must hold each division once',
  )
  .refine(
    ({ features }) => features.reduce((sum, { geometry: shape }) => sum + pointsIn(shape.coordinates), 0) <= mostPoints,
    {
      message: `must have at most ${mostPoints} points: simplify it`,
    },
  )
  .transform(({ source, licence, reviewNumber: number, features }) => ({
    ...{ source, licence, reviewNumber: number },
    divisions: features.map(({ properties: { divisionCode }, geometry: shape }) => ({
      divisionCode,
      polygons: (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((rings) =>
        rings.map((points) => points.map(([longitude, latitude]): [number, number] => [longitude, latitude])),
      ),
    })),
  }));

export type DivisionMap = z.output<typeof divisionMapFile>;

export const mapSchema = z
  .object({
    map: z
      .object({
        source: z.string(),
        licence: z.string(),
        reviewNumber: z.string().meta({ description: '审图号' }),
        divisions: z.array(
          z.object({
            divisionCode: z.string(),
            polygons: z
              .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
              .meta({ description: 'Polygons of rings of positions: longitude and latitude in degrees' }),
          }),
        ),
      })
      .nullable()
      .meta({ description: 'null: none is configured, and the overview shows its own schematic' }),
  })
  .meta({ id: 'DivisionMap' });
