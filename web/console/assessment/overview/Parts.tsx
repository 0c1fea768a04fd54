import type { OverviewPart } from '../../api/types.ts';
import { DivisionMap } from './DivisionMap.tsx';
import { shapesOf } from './map-shapes.ts';
import type { ConfiguredMap } from './queries.ts';
import { placesOf } from './schematic.ts';
import { Tile } from './Tile.tsx';
import { useOverviewTexts } from './texts.ts';

interface Props {
  parts: OverviewPart[];
  /** The operator's own; in its absence, or where a division is not on it, tiles lie as the divisions do. */
  map: (Omit<ConfiguredMap, 'divisions'> & { divisions: Parameters<typeof shapesOf>[0] }) | null | undefined;
  into(part: OverviewPart): string | null;
  /** Whether tiles stand beside the map, for what it cannot say at its size. */
  besideMap?: boolean;
}

/** The divisions of a place, drawn. */
export function Parts({ parts, map, into, besideMap = true }: Props) {
  const t = useOverviewTexts();
  const codes = parts.map(({ divisionCode }) => divisionCode);
  const drawn = map && shapesOf(map.divisions, codes);
  const places = drawn ? null : placesOf(codes);
  return (
    <>
      {map && drawn && <DivisionMap drawn={drawn} about={map} parts={parts} into={into} />}
      {places && <p className="note">{t('schematic')}</p>}
      {(!drawn || besideMap) && (
        <ul className={places ? 'tiles placed' : 'tiles'}>
          {parts.map((part) => (
            <Tile key={part.divisionCode} part={part} to={into(part)} place={places?.[part.divisionCode]} />
          ))}
        </ul>
      )}
    </>
  );
}
