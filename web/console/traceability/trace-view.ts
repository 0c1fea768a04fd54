/** What part of a drawing is seen: its left upper corner and the pixels a unit takes. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Box {
  width: number;
  height: number;
}

export const smallest = 0.1;
export const largest = 2;

/** The whole drawing in the middle of the window, never larger than life. */
export function fitted(drawing: Box, window: Box, margin = 16): View {
  const width = Math.max(1, window.width - 2 * margin);
  const height = Math.max(1, window.height - 2 * margin);
  const scale = Math.max(
    smallest,
    Math.min(1, width / Math.max(1, drawing.width), height / Math.max(1, drawing.height)),
  );
  return {
    x: drawing.width / 2 - window.width / 2 / scale,
    y: drawing.height / 2 - window.height / 2 / scale,
    scale,
  };
}

/** Zooms so that the point under `at` (pixels of the window) stays where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(largest, Math.max(smallest, view.scale * factor));
  return { x: view.x + at.x / view.scale - at.x / scale, y: view.y + at.y / view.scale - at.y / scale, scale };
}

/** Moves by pixels of the window. */
export function panned(view: View, right: number, down: number): View {
  return { ...view, x: view.x + right / view.scale, y: view.y + down / view.scale };
}
