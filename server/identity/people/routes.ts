import { type Route, route } from '../../http/route.ts';
import { allOf } from '../schema.ts';
import type { People } from './people.ts';
import { peopleQuery, personSchema } from './schema.ts';

export function peopleRoutes(people: People): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/people',
      tag: 'identity',
      summary: 'The names of people whose user names stand in records',
      access: 'own-account',
      query: peopleQuery,
      answer: allOf(personSchema),
      handle: async ({ query }) => ({ items: await people.named(query.usernames), nextCursor: null }),
    }),
  ];
}
