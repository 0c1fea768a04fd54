import { type CityResponse, open } from 'maxmind';

/** WGS-84 degrees, to a tenth: a town, never a street. */
export interface Place {
  longitude: number;
  latitude: number;
}

export type PlaceOf = (address: string) => Place | undefined;

/**
 * Where addresses are, from a file in MaxMind's DB format 2.0 with cities (GeoLite2 City, DB-IP City Lite and others). An
 * address that is known by its country alone has no place.
 * @throws when there is no such file, or it is of another format
 */
export async function openPlaces(file: string): Promise<PlaceOf> {
  const database = await open<CityResponse>(file);
  return (address) => {
    const found = lookUp(() => database.get(address));
    if (!found?.city || !found.location) return undefined;
    return { longitude: toTenth(found.location.longitude), latitude: toTenth(found.location.latitude) };
  };
}

function toTenth(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}

/** The reader throws for what is no address. */
function lookUp<Found>(get: () => Found | null): Found | null {
  try {
    return get();
  } catch {
    return null;
  }
}
