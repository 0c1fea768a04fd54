import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { partOf, unscoped } from '../../database/guard.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { inTheClear } from '../../privacy/index.ts';
import type { Caller } from '../caller.ts';
import type { IdentityModels } from '../model.ts';
import type { SavedViewRecord } from './model.ts';
import type { createSavedViewBody } from './schema.ts';

/** Of one page: more than anybody chooses from. */
const perPage = 50;

const own = ({ userId }: Caller) => partOf('saved-views', { userId });

/** 已存视图: filters of a list under a name, for whoever saved them alone. */
export function createSavedViews(context: Context, { SavedView }: Pick<IdentityModels, 'SavedView'>) {
  const view = (record: SavedViewRecord) => {
    const { _id, path, name, query, createdAt } = inTheClear(SavedView, record);
    return { id: _id.toHexString(), path, name, query, createdAt: createdAt.toISOString() };
  };

  return {
    async list(caller: Caller, path: string) {
      const found = await SavedView.find({ path })
        .setOptions(own(caller))
        .sort({ _id: 1 })
        .limit(perPage)
        .lean<SavedViewRecord[]>();
      return found.map(view);
    },

    /** @throws Conflict when there are too many of that page */
    async create(caller: Caller, body: z.output<typeof createSavedViewBody>) {
      if ((await SavedView.countDocuments({ path: body.path }).setOptions(own(caller))) >= perPage)
        throw new Conflict(`You have ${perPage} saved views of this page; remove one first`);
      const saved = {
        ...body,
        userId: new Types.ObjectId(caller.userId),
        divisionCode: caller.divisionCode,
        createdAt: context.clock(),
      };
      const [created] = await SavedView.create([saved], { ordered: true, ...unscoped('the caller’s own') });
      return view((created as unknown as { toObject(): SavedViewRecord }).toObject());
    },

    /** @throws NotFound when it is not one of the caller's */
    async remove(caller: Caller, id: string): Promise<void> {
      const { deletedCount } = await SavedView.deleteOne({ _id: id }).setOptions(own(caller));
      if (deletedCount === 0) throw new NotFound('You have no such saved view');
    },
  };
}

export type SavedViews = ReturnType<typeof createSavedViews>;
