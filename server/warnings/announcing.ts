import type { Announce, News } from './deliveries/announce.ts';
import type { Follower, Happening } from './happenings.ts';

/** What people are told of outside the console; of the rest they read there. */
const events: Partial<Record<Happening, News['event']>> = {
  opened: 'raised',
  'level-raised': 'level-raised',
  escalated: 'escalated',
};

/** Writes down with the change that people are to be told; of an escalation, those to whom it has come, and all above them. */
export function announceTo(announce: Announce): Follower {
  return async (work, warning, happening) => {
    const event = events[happening];
    if (!event) return;
    const { level, divisionCode, escalatedTo = divisionCode } = warning;
    const warningId = warning._id.toHexString();
    await announce(work, { warningId, event, level, divisionCode: event === 'escalated' ? escalatedTo : divisionCode });
  };
}
