import type { Types } from 'mongoose';
import type { DivisionsService } from '../divisions/index.ts';
import { InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import type { ProducersService } from '../producers/index.ts';
import type { DeviceRecord, PlacementRecord } from './model.ts';

interface NamedPlace {
  siteId?: string | undefined;
  divisionCode?: string | undefined;
}

export interface PlacesDependencies {
  divisions: DivisionsService;
  producers: Pick<ProducersService, 'findSite'>;
}

export interface Place {
  divisionCode: string;
  producerId?: Types.ObjectId;
  siteId?: Types.ObjectId;
}

/**
 * The place that somebody names: a site within the caller's reach, else a division, else the caller's own.
 * @param at JSON pointer to where it is named
 * @throws InvalidInput for a site or division that is not known
 */
export async function placeOf(
  { divisions, producers }: PlacesDependencies,
  caller: Caller,
  { siteId, divisionCode = caller.divisionCode }: NamedPlace,
  at = '',
): Promise<Place> {
  if (siteId === undefined) {
    if (!divisions.has(divisionCode)) throw InvalidInput.field(`${at}/divisionCode`, 'is not a known division');
    return { divisionCode };
  }
  const site = await producers.findSite(caller, siteId);
  if (!site) throw InvalidInput.field(`${at}/siteId`, 'is not a known site');
  return { divisionCode: site.divisionCode, producerId: site.producerId, siteId: site._id };
}

/** Where a device stood, the oldest first. One registered before placements were kept has stood where it stands. */
export function placementsOf(
  device: Pick<DeviceRecord, 'placements' | 'divisionCode' | 'producerId' | 'siteId'>,
): PlacementRecord[] {
  if (device.placements?.length) return device.placements;
  const { divisionCode, producerId, siteId } = device;
  return [{ divisionCode, ...(producerId && { producerId }), ...(siteId && { siteId }) }];
}
