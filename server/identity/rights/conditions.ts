import { Types } from 'mongoose';
import { levelOf, selfAndAbove, subtreeRange } from '../../divisions/rules.ts';
import type { Caller } from '../caller.ts';
import type { Resource } from './resources.ts';

/** What a condition asks of a record: all of these fields. */
export type Wanted = Record<string, unknown>;

/** As far as conditions look at a caller. */
export type Holder = Pick<Caller, 'divisionCode' | 'producerId' | 'laboratory'>;

/**
 * Each condition of the table as one or more alternatives of wanted fields. They are MongoDB filters: a query is given
 * them as they are, and a record at hand is held against the same.
 */
const conditions = {
  anywhere: () => [{}],

  /** What holds in the whole city is changed by those alone who act for all of it. */
  'by the city': (holder) => (levelOf(holder.divisionCode) === 'city' ? [{}] : []),

  'in the own division': (holder) => [ownDivision(holder)],

  /** What is of nobody known is for the city alone. */
  'in the own division, or in none for the city': (holder) => [
    ownDivision(holder),
    ...(levelOf(holder.divisionCode) === 'city' ? [{ divisionCode: { $exists: false } }] : []),
  ],

  /** A rule of the city also holds in its counties and towns. */
  'that hold in the own division': (holder) => [
    ownDivision(holder),
    { divisionCode: { $in: selfAndAbove(holder.divisionCode) } },
  ],

  /** A sample that no laboratory has been named for may be taken by any of the division. */
  'of the own laboratory': (holder) => [
    { ...ownDivision(holder), laboratory: { $exists: false } },
    ...(holder.laboratory === undefined ? [] : [{ ...ownDivision(holder), laboratory: holder.laboratory }]),
  ],

  'of the own producer': (holder, resource) => ownProducer(holder, resource),

  'of the own producer in the own division': (holder, resource) =>
    ownProducer(holder, resource).map((wanted) => ({ ...wanted, ...ownDivision(holder) })),
} satisfies Record<string, (holder: Holder, resource: Resource) => Wanted[]>;

export type Condition = keyof typeof conditions;

/** Any one of the answered alternatives is enough; none: no record is. */
export function wantedBy(condition: Condition, holder: Holder, resource: Resource): Wanted[] {
  return conditions[condition](holder, resource);
}

/** A range of codes, for the index on `divisionCode`. */
function ownDivision({ divisionCode }: Holder): Wanted {
  return { divisionCode: subtreeRange(divisionCode) };
}

/** An account that names no producer owns nothing. */
function ownProducer({ producerId }: Holder, resource: Resource): Wanted[] {
  if (producerId === undefined) return [];
  return [{ [resource === 'producers' ? '_id' : 'producerId']: new Types.ObjectId(producerId) }];
}
