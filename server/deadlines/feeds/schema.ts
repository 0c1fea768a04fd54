import { z } from 'zod';
import { instant, name, recordId } from '../../http/fields.ts';

const language = z.enum(['zh', 'en']);

export const createFeedBody = z.strictObject({
  name: name.meta({ description: 'Which device or program reads it, to know it by when it is revoked' }),
  language: language.default('zh'),
});

export const feedSchema = z
  .object({ id: recordId, name: z.string(), language, createdAt: instant })
  .meta({ id: 'CalendarFeed' });

export const createdFeedSchema = feedSchema
  .extend({ url: z.string().meta({ description: 'What a calendar program subscribes to; shown this once' }) })
  .meta({ id: 'CreatedCalendarFeed', description: 'Whoever has the address can read the feed: keep it as a password' });

export const feedsSchema = z.object({ items: z.array(feedSchema), nextCursor: z.null() }).meta({ id: 'CalendarFeeds' });

export const readFeedQuery = z.strictObject({ token: z.string().min(1).max(100) });
