import { type SaveOptions, Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { hours, limits, minutes } from '../limits.ts';
import type { IdentityModels } from '../model.ts';
import type { Origin } from '../origin.ts';
import { digest, newSecret } from '../secrets.ts';
import type { SessionRecord } from './model.ts';

/** Whoever holds the token is whom the session is of. */
const byToken = unscoped('the token tells whose it is');

const { absoluteHours, idleMinutes, touchSeconds } = limits.session;

export interface StartedSession {
  id: string;
  token: string;
  expiresAt: Date;
}

export interface NewSession {
  userId: Types.ObjectId;
  by: SessionRecord['by'];
  awaitsCode?: boolean;
  origin: Origin;
}

/** Sessions of people. They end after a time without use, and after a working day in any case. */
export function createSessions(context: Context, { Session }: Pick<IdentityModels, 'Session'>) {
  /** Ends the chosen ones, and tells who holds connections open by them. */
  const endThose = async (userId: string, which: { publicId?: Types.ObjectId }): Promise<number> => {
    const ofPerson = partOf('sessions', { userId });
    const ended = await Session.find(which).setOptions(ofPerson).lean<SessionRecord[]>();
    const { deletedCount } = await Session.deleteMany({ _id: { $in: ended.map(({ _id }) => _id) } }, ofPerson);
    if (ended.length > 0)
      context.bus.emit('credentials.ended', { ids: ended.map(({ publicId }) => publicId.toHexString()) });
    return deletedCount;
  };

  const liveAt = (now: Date) => ({
    expiresAt: { $gt: now },
    lastUsedAt: { $gt: new Date(now.getTime() - minutes(idleMinutes)) },
  });

  return {
    async begin({ userId, by, awaitsCode, origin }: NewSession): Promise<StartedSession> {
      const token = newSecret();
      const createdAt = context.clock();
      const expiresAt = new Date(createdAt.getTime() + hours(absoluteHours));
      const publicId = new Types.ObjectId();
      const session = {
        _id: digest(token),
        publicId,
        userId,
        by,
        ...(awaitsCode && { awaitsCode }),
        ...(origin.address !== undefined && { address: origin.address }),
        ...(origin.device !== undefined && { device: origin.device }),
        createdAt,
        lastUsedAt: createdAt,
        expiresAt,
      };
      await new Session(session).save({ ...unscoped('a sign-in that has just been let in') } as SaveOptions);
      return { id: publicId.toHexString(), token, expiresAt };
    },

    /** The session of a token, or null when there is none or it is over. A use is noted once a minute. */
    async find(token: string): Promise<SessionRecord | null> {
      const now = context.clock();
      const session = await Session.findOne({ _id: digest(token), ...liveAt(now) })
        .setOptions(byToken)
        .lean<SessionRecord>();
      if (session && now.getTime() - session.lastUsedAt.getTime() >= touchSeconds * 1000)
        await Session.updateOne({ _id: session._id }, { $set: { lastUsedAt: now } }).setOptions(byToken);
      return session;
    },

    async list(userId: string, currentId: string | undefined) {
      const found = await Session.find(liveAt(context.clock()))
        .setOptions(partOf('sessions', { userId }))
        .sort({ lastUsedAt: -1 })
        .lean<SessionRecord[]>();
      return found.map((session) => ({
        id: session.publicId.toHexString(),
        current: session.publicId.toHexString() === currentId,
        by: session.by,
        ...(session.address !== undefined && { address: session.address }),
        ...(session.device !== undefined && { device: session.device }),
        createdAt: session.createdAt.toISOString(),
        lastUsedAt: session.lastUsedAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      }));
    },

    /** @returns whether there was such a session of that person */
    async end(userId: string, id: string): Promise<boolean> {
      return (await endThose(userId, { publicId: new Types.ObjectId(id) })) > 0;
    },

    /** Ends all sessions of a person. */
    async endAll(userId: string): Promise<number> {
      return endThose(userId, {});
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
