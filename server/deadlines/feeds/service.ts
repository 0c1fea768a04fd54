import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import type { Page } from '../../database/page.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { digest, newSecret } from '../../identity/secrets.ts';
import { type CalendarEvent, calendarFile } from '../rules/calendar-file.ts';
import type { listDeadlinesQuery } from '../schema.ts';
import type { DeadlineView } from '../view.ts';
import { type CalendarFeedRecord, calendarFeedModels } from './model.ts';
import type { createFeedBody } from './schema.ts';

interface Deps {
  callerById(userId: string): Promise<Caller | null>;
  deadlineUrl(id: string): string;
  feedUrl(token: string): string;
  list(caller: Caller, query: z.output<typeof listDeadlinesQuery>): Promise<Page<DeadlineView>>;
}

const own = ({ userId }: Caller) => partOf('calendar-feeds', { userId });
const byToken = unscoped('the token tells whose it is');
const inForce = { revokedAt: { $exists: false } };
const feedsEach = 10;
const eventsInFeed = 500;
const names = { zh: '我的期限 · 农安通', en: 'My deadlines · AgriTrace' };

/** A person's open deadlines as a calendar that programs subscribe to. The address is the key; it can be revoked. */
export function createCalendarFeeds(context: Context, deps: Deps) {
  const { CalendarFeed } = calendarFeedModels(context.connection);

  const view = ({ _id, name, language, createdAt }: CalendarFeedRecord) => ({
    id: _id.toHexString(),
    name,
    language,
    createdAt: createdAt.toISOString(),
  });

  return {
    async list(caller: Caller) {
      const found = await CalendarFeed.find(inForce, null, own(caller)).sort({ _id: 1 }).lean<CalendarFeedRecord[]>();
      return { items: found.map(view), nextCursor: null };
    },

    async create(caller: Caller, { name, language }: z.output<typeof createFeedBody>) {
      if ((await CalendarFeed.countDocuments(inForce, own(caller))) >= feedsEach)
        throw new Conflict(`You have ${feedsEach} feeds; revoke one first`);
      const token = newSecret();
      const created = await createRecord(
        context,
        actorOf(caller),
        CalendarFeed,
        {
          digest: digest(token),
          userId: new Types.ObjectId(caller.userId),
          divisionCode: caller.divisionCode,
          name,
          language,
          createdAt: context.clock(),
        },
        unscoped('the caller’s own'),
      );
      return { ...view(created), url: deps.feedUrl(token) };
    },

    /** @throws NotFound when it is not one of the caller's */
    async revoke(caller: Caller, id: string): Promise<void> {
      const { modifiedCount } = await inTransaction(context, actorOf(caller), ({ session }) =>
        CalendarFeed.updateOne(
          { _id: id, ...inForce },
          { $set: { revokedAt: context.clock() } },
          { session, ...own(caller) },
        ),
      );
      if (modifiedCount === 0) throw new NotFound('You have no such feed');
    },

    /**
     * What the person may see now, whatever it was when the feed was made.
     * @throws NotFound for a token that is unknown or revoked, or whose account is disabled
     */
    async read(token: string): Promise<string> {
      const feed = await CalendarFeed.findOne(
        { digest: digest(token), ...inForce },
        null,
        byToken,
      ).lean<CalendarFeedRecord>();
      const caller = feed && (await deps.callerById(feed.userId.toHexString()));
      if (!feed || !caller) throw new NotFound('There is no such feed');
      const { items } = await deps.list(caller, { mine: 'true', open: 'true', limit: eventsInFeed });
      const { language } = feed;
      return calendarFile(
        names[language],
        items.map((each) => eventOf(each, language, deps.deadlineUrl(each.id))),
      );
    },
  };
}

function eventOf(deadline: DeadlineView, language: 'zh' | 'en', url: string): CalendarEvent {
  const { id, title, subject, clause, consequence, changes, state, passedAt, startedAt, dueAt, lastDay, unit } =
    deadline;
  const overdue = { zh: '【已逾期】', en: '[overdue] ' };
  return {
    uid: `${id}@deadlines.agritrace`,
    changedAt: new Date(passedAt ?? changes.at(-1)?.at ?? startedAt),
    sequence: changes.length + (passedAt ? 1 : 0),
    summary: `${state === 'overdue' ? overdue[language] : ''}${title[language]} · ${subject.label}`,
    description: [clause, ...(consequence ? [consequence[language]] : [])].join('\n'),
    url,
    on: unit === 'hour' ? { at: new Date(dueAt) } : { day: lastDay },
    tentative: state === 'suspended' || deadline.provisional,
  };
}
