import { useRef } from 'react';
import { type GridColumn, isReadable, type Place, placeAfter, readCell } from './grid.ts';
import { useGridTexts } from './texts.ts';

interface Props {
  label: string;
  column: GridColumn;
  place: Place;
  rows: number;
  text: string;
  /** The one cell that Tab enters the grid by. */
  entry: boolean;
  /** What the server says against it. */
  problem: string | undefined;
  onType(text: string): void;
  /** The cell is left, or was pasted into: what stands there is read. */
  onRead(text: string): void;
  onPaste(text: string): void;
  onMove(place: Place): void;
  onEnter(): void;
}

export function GridCell(props: Props) {
  const { label, column, place, rows, text, entry, problem, onType, onRead, onPaste, onMove, onEnter } = props;
  const t = useGridTexts();
  const before = useRef(text);
  const wrong = problem ?? (isReadable(column, readCell(column, text)) ? undefined : t('unreadable'));
  const id = `cell-${place.row}-${place.column}`;
  return (
    <td>
      <input
        id={id}
        aria-label={label}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        tabIndex={entry ? 0 : -1}
        autoComplete="off"
        value={text}
        onFocus={() => {
          before.current = text;
          onEnter();
        }}
        onChange={({ target }) => onType(target.value)}
        onBlur={() => onRead(readCell(column, text))}
        onPaste={(event) => {
          event.preventDefault();
          onPaste(event.clipboardData.getData('text/plain'));
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onType(before.current);
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          const within =
            (event.key === 'ArrowLeft' && (selectionStart !== 0 || selectionEnd !== 0)) ||
            (event.key === 'ArrowRight' && selectionStart !== value.length);
          const next = within ? undefined : placeAfter(place, event.key, event.shiftKey, rows);
          if (!next) return;
          event.preventDefault();
          onMove(next);
        }}
      />
      {wrong !== undefined && (
        <div className="grid-wrong" id={`${id}-wrong`}>
          {wrong}
        </div>
      )}
    </td>
  );
}
