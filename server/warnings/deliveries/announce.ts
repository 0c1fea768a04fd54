import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { selfAndAbove } from '../../divisions/rules.ts';
import { retryAt } from '../../outbound/retry.ts';
import type { Level } from '../model.ts';
import { levels } from '../schema.ts';
import { retryPolicy } from './kinds.ts';
import type { ChannelRecord, DeliveryModels } from './model.ts';
import type { DeliveryEvent } from './rules/message.ts';

/** What has come about a warning that people should be told of. */
export interface News {
  warningId: string;
  event: Exclude<DeliveryEvent, 'test'>;
  level: Level;
  divisionCode: string;
}

export type Announce = (work: Work, news: News) => Promise<void>;

const whoever = unscoped('a warning goes through every channel that asked for it');

/** Writes down what has to be told and to whom, together with what it is about: nothing is told of what did not happen, and nothing is forgotten. */
export function createAnnounce(context: Context, { Channel, Delivery }: DeliveryModels): Announce {
  return async (work, { warningId, event, level, divisionCode }) => {
    const asked = await Channel.find(
      {
        divisionCode: { $in: selfAndAbove(divisionCode) },
        state: 'active',
        leastLevel: { $in: levels.slice(0, levels.indexOf(level) + 1) },
      },
      null,
      whoever,
    )
      .session(work.session)
      .lean<ChannelRecord[]>();
    const at = context.clock();
    const common = {
      event,
      warningId: new Types.ObjectId(warningId),
      divisionCode,
      state: 'waiting' as const,
      attempts: [],
      createdAt: at,
    };
    const byBroker = {
      ...common,
      channelKind: 'mqtt' as const,
      // The instance that has changed the warning publishes at once; only what it could not is due later.
      nextAttemptAt: retryAt(1, at, retryPolicy, 0) ?? at,
    };
    const throughChannels = asked.map(({ _id, name, kind }) => ({
      ...common,
      channelId: _id,
      channelName: name,
      channelKind: kind,
      nextAttemptAt: at,
    }));
    await Delivery.create([byBroker, ...throughChannels], { session: work.session, ordered: true, ...whoever });
  };
}
