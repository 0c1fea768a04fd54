import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { createdFeedSchema, createFeedBody, feedsSchema, readFeedQuery } from './schema.ts';
import type { createCalendarFeeds } from './service.ts';

const tag = 'deadlines';
const path = '/api/v1/calendar-feeds';

export function calendarFeedRoutes(feeds: ReturnType<typeof createCalendarFeeds>): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Your calendar feeds of deadlines; their addresses were shown once',
      access: 'own-account',
      answer: feedsSchema,
      handle: ({ caller }) => feeds.list(caller),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Make a calendar feed of your open deadlines (iCalendar): its secret address is shown this once',
      access: 'own-account',
      status: 201,
      body: createFeedBody,
      answer: createdFeedSchema,
      handle: ({ caller, body }) => feeds.create(caller, body),
    }),
    route({
      method: 'delete',
      path: `${path}/{id}`,
      tag,
      summary: 'Revoke a calendar feed: its address opens nothing any more',
      access: 'own-account',
      params: byId,
      status: 204,
      handle: ({ caller, params }) => feeds.revoke(caller, params.id),
    }),
    route({
      method: 'get',
      path: `${path}/deadlines.ics`,
      tag,
      summary: 'Read a calendar feed by the token of its address: open deadlines as iCalendar (RFC 5545)',
      access: 'public',
      query: readFeedQuery,
      produces: ['text/calendar'],
      handle: async ({ query }, response) => {
        response
          .set({ 'Cache-Control': 'private, no-store', 'Content-Disposition': 'attachment; filename="deadlines.ics"' })
          .type('text/calendar; charset=utf-8')
          .send(await feeds.read(query.token));
      },
    }),
  ];
}
