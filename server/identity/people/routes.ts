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
      summary: 'People by name: those whose user names stand in records, or those who hold a role in the own division',
      access: 'own-account',
      query: peopleQuery,
      answer: allOf(personSchema),
      handle: async ({ caller, query: { role, usernames = [] } }) => ({
        items: role === undefined ? await people.named(usernames) : await people.holding(caller, role),
        nextCursor: null,
      }),
    }),
  ];
}
