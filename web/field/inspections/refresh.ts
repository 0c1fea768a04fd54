import { answerOf, api, type Inspection, type User } from '../api.ts';
import { fetchNumbers } from '../numbers/hand-over.ts';
import { database, type Profile, type Task } from '../store/database.ts';

const toDo = ['planned', 'begun'] as const;

/**
 * What somebody has to do, with all that it takes without network; replaces what was there.
 * @throws Refused, Unreachable
 */
export async function refresh(user: Profile['user'] & Pick<User, 'id'>): Promise<Profile> {
  const inspections: Inspection[] = [];
  for (const state of toDo) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { inspector: user.username, state, limit: 100, ...(cursor && { cursor }) };
      const { data } = await answerOf(api.GET('/api/v1/inspections', { params: { query } }));
      inspections.push(...data.items);
      cursor = data.nextCursor;
    }
  }
  const { data: checklists, response } = await answerOf(api.GET('/api/v1/checklists'));
  const tasks: Task[] = [];
  for (const inspection of inspections) {
    const checklist = checklists.items.find(
      (each) => each.checklist === inspection.checklist && each.version === inspection.checklistVersion,
    );
    const path = { id: inspection.producerId };
    const { data: producer } = await answerOf(api.GET('/api/v1/producers/{id}', { params: { path } }));
    const { name, kind, divisionName } = producer;
    if (checklist) tasks.push({ id: inspection.id, inspection, producer: { name, kind, divisionName }, checklist });
  }
  const { id, username, displayName, divisionName } = user;
  await fetchNumbers(username);
  const profile: Profile = {
    key: 'me',
    user: { id, username, displayName, divisionName },
    refreshedAt: new Date().toISOString(),
    clockAheadSeconds: clockAhead(response.headers.get('date'), Date.now()),
  };
  const transaction = (await database()).transaction(['tasks', 'profile'], 'readwrite');
  const stored = transaction.objectStore('tasks');
  await Promise.all([
    stored.clear(),
    ...tasks.map((task) => stored.put(task)),
    transaction.objectStore('profile').put(profile),
    transaction.done,
  ]);
  return profile;
}

/** In seconds, by the `Date` of an answer, which tells whole seconds (RFC 9110, 5.6.7). */
export function clockAhead(date: string | null, now: number): number {
  const platform = Date.parse(date ?? '');
  return Number.isNaN(platform) ? 0 : Math.round((now - platform) / 1000);
}
