import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import type { Caller } from '../caller.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import type { Origin } from '../origin.ts';
import { within } from '../rights/within.ts';
import type { SecurityEventKind, SecurityEventRecord } from './model.ts';
import type { listSecurityEventsQuery } from './schema.ts';

export interface SecurityEvent {
  kind: SecurityEventKind;
  user: Pick<UserRecord, 'username' | 'divisionCode'> | null;
  origin: Origin;
  detail?: string;
}

/** The record of sign-ins, failures and blocks. */
export function createSecurityEvents(context: Context, { SecurityEvent }: Pick<IdentityModels, 'SecurityEvent'>) {
  return {
    async record({ kind, user, origin, detail }: SecurityEvent): Promise<void> {
      const event = {
        at: context.clock(),
        kind,
        ...(user && { username: user.username, divisionCode: user.divisionCode }),
        ...(origin.address !== undefined && { address: origin.address }),
        ...(origin.device !== undefined && { device: origin.device }),
        ...(detail !== undefined && { detail }),
      };
      await SecurityEvent.create([event], { ordered: true, ...unscoped('whatever happens at the door is noted') });
      const { at: _, ...told } = event;
      context.log.info(told, 'security event');
    },

    async list(caller: Caller, query: z.output<typeof listSecurityEventsQuery>) {
      const wanted = {
        ...(query.kind && { kind: query.kind }),
        ...(query.username && { username: query.username }),
      };
      const scoped = within(caller, 'security-events:read');
      const page = await findPage(SecurityEvent, wanted, { ...query, order: 'descending' }, scoped);
      return {
        items: (page.items as SecurityEventRecord[]).map(({ _id, at, ...rest }) => ({
          ...rest,
          id: _id.toHexString(),
          at: at.toISOString(),
        })),
        nextCursor: page.nextCursor,
      };
    },
  };
}

export type SecurityEvents = ReturnType<typeof createSecurityEvents>;
