import type { Caller } from '../identity/caller.ts';
import { isPermission } from '../identity/permissions.ts';
import { holds } from '../identity/rights/ability.ts';

interface Named {
  resource: string;
  id: string;
  label: string;
}

const withheld = '***';

/** A record that a figure is made of, with where it is read; to who may not read its kind, only that there is one. */
export function recordFor(caller: Caller): (record: Named) => Named & { record: string } {
  return ({ resource, id, label }) => {
    const permission = `${resource}:read`;
    const readable = caller.producerId !== undefined || (isPermission(permission) && holds(caller, permission));
    return readable
      ? { resource, id, label, record: `/api/v1/${resource}/${encodeURIComponent(id)}` }
      : { resource, id: withheld, label: withheld, record: `/api/v1/${resource}` };
  };
}
