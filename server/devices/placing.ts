import type { z } from 'zod';
import { Forbidden, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { requireRight } from '../identity/rights/within.ts';
import type { ProducersService } from '../producers/index.ts';
import type { Finding } from './finding.ts';
import type { PlacementRecord } from './model.ts';
import { type Place, type PlacesDependencies, placementsOf, placeOf } from './places.ts';
import { faultOf, movedTo } from './rules/placements.ts';
import type { correctPlacementsBody, placeBody } from './schema.ts';
import type { Steps } from './steps.ts';

interface Deps extends PlacesDependencies {
  producers: PlacesDependencies['producers'] & Pick<ProducersService, 'sitesById'>;
  finding: Finding;
  step: Steps;
}

/** Where devices stand, and stood: each reading belongs to the place in force at its own time. */
export function createPlacing(deps: Deps) {
  const viewsOf = async (caller: Caller, placements: PlacementRecord[]) => {
    const visible = placements.filter((placement) => mayDo(caller, 'devices:read', placement));
    const ids = visible.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : []));
    const sites = await deps.producers.sitesById(ids);
    return visible.map(({ siteId, divisionCode, from, to }) => {
      const site = siteId && sites.get(siteId.toHexString());
      return {
        divisionCode,
        ...(siteId && { siteId: siteId.toHexString() }),
        ...(site && { siteName: site.name, siteKind: site.kind, producerName: site.producerName }),
        ...(from && { from: from.toISOString() }),
        ...(to && { to: to.toISOString() }),
      };
    });
  };

  const placementsFor = async (caller: Caller, id: string) => ({
    placements: await viewsOf(caller, placementsOf(await deps.finding.requireDevice(caller, id))),
  });

  /** The device's own place is the last one. */
  const withHistory = (placements: PlacementRecord[]) => {
    const { siteId, producerId, divisionCode } = placements.at(-1) as PlacementRecord;
    return {
      update: {
        $set: { placements, divisionCode, ...(siteId && { siteId }), ...(producerId && { producerId }) },
        ...((!siteId || !producerId) && {
          $unset: { ...(!siteId && { siteId: 1 }), ...(!producerId && { producerId: 1 }) } as const,
        }),
      },
      moves: true,
    };
  };

  const requirePlace = async (caller: Caller, named: z.infer<typeof placeBody> | Place, at: string) => {
    const place = await placeOf(deps, caller, named as z.infer<typeof placeBody>, at);
    requireRight(caller, 'devices:place', place);
    return place;
  };

  return {
    /** The placements that the caller may see, the oldest first. */
    listPlacements: placementsFor,

    /** From `from` on (absent: now) it stands elsewhere. What is past stays as it was. */
    async placeDevice(caller: Caller, id: string, body: z.infer<typeof placeBody>) {
      await deps.finding.requireDevice(caller, id, 'devices:place');
      const place = await requirePlace(caller, body, '');
      await deps.step(caller, id, 'place', body.reason, (device, now) => {
        const from = body.from === undefined ? now : new Date(body.from);
        const moved = movedTo<PlacementRecord>(placementsOf(device), { ...place, from }, now);
        if (typeof moved === 'string') throw InvalidInput.field('/from', moved);
        return withHistory(moved);
      });
      return placementsFor(caller, id);
    },

    /** Writes the whole history anew, with the reason; the audit log keeps what it was. */
    async correctPlacements(caller: Caller, id: string, body: z.infer<typeof correctPlacementsBody>) {
      await deps.finding.requireDevice(caller, id, 'devices:correct-placements');
      const history: PlacementRecord[] = [];
      for (const [index, { from, to, ...named }] of body.placements.entries())
        history.push({
          ...(await requirePlace(caller, { ...named, reason: body.reason }, `/placements/${index}`)),
          ...(from !== undefined && { from: new Date(from) }),
          ...(to !== undefined && { to: new Date(to) }),
        });
      await deps.step(caller, id, 'correct-placements', body.reason, (device, now) => {
        const hidden = placementsOf(device).some((placement) => !mayDo(caller, 'devices:read', placement));
        if (hidden) throw new Forbidden('The device stood at places that are not yours to see');
        const fault = faultOf(history, now);
        if (fault) throw InvalidInput.field(`/placements/${fault.index}/from`, fault.message);
        return withHistory(history);
      });
      return placementsFor(caller, id);
    },
  };
}
