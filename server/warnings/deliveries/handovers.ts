import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { DeliveryModels } from './model.ts';
import { newsOf, type Tellable } from './rules/news.ts';

interface Handed extends Tellable {
  id: string;
  divisionCode: string;
}

const byThePlatform = unscoped('the platform itself notes whom it has handed a warning');
/** Of what is known to be noted; what is forgotten is asked of the database again. */
const rememberedAtMost = 20_000;
const duplicateKey = 11000;

/**
 * Notes who was handed a warning over a stream that they have open: of each piece of news the first time for each person, on
 * whichever page, tab or connection. All of one piece of news are one record.
 */
export function createHandovers(
  context: Pick<Context, 'clock' | 'log'>,
  { Delivery }: Pick<DeliveryModels, 'Delivery'>,
) {
  const noted = new Set<string>();
  let turn: Promise<void> = Promise.resolve();

  const remember = (key: string): void => {
    noted.add(key);
    if (noted.size <= rememberedAtMost) return;
    const [oldest] = noted;
    if (oldest !== undefined) noted.delete(oldest);
  };

  const write = async (newsKey: string, fields: object, username: string, at: Date): Promise<void> => {
    const first = { channelKind: 'stream', state: 'sent', attempts: [], handedTo: [{ username, at }], createdAt: at };
    await Delivery.updateOne({ newsKey }, { $setOnInsert: { ...fields, ...first } }, { upsert: true })
      .setOptions(byThePlatform)
      .catch((error: { code?: unknown }) => {
        // Another instance was faster.
        if (error.code !== duplicateKey) throw error;
      });
    await Delivery.updateOne(
      { newsKey, 'handedTo.username': { $ne: username } },
      { $push: { handedTo: { username, at } } },
    ).setOptions(byThePlatform);
  };

  return {
    note({ username }: { username: string }, warning: Handed): void {
      const news = newsOf(warning);
      if (!news) return;
      const { id, divisionCode } = warning;
      const newsKey = `${id} ${news.event} ${news.at}`;
      const known = `${newsKey} ${username}`;
      if (noted.has(known)) return;
      remember(known);
      const at = context.clock();
      const fields = { warningId: new Types.ObjectId(id), event: news.event, divisionCode };
      turn = turn
        .then(() => write(newsKey, fields, username, at))
        .catch((error: unknown) => {
          noted.delete(known);
          context.log.error({ err: error, warningId: id }, 'not noted who was handed a warning; its next change is');
        });
    },

    /** Resolves when all that was handed over is noted. */
    settled: (): Promise<void> => turn,
  };
}
