import type { Drawing } from './layout.ts';

/** The drawing in dots; whoever shows it says how large a dot is. */
export function svgOf(
  { width, height, modules, letters }: Drawing,
  size: { width: string; height: string },
  title: string,
): string {
  const code = modules.map(({ left, top, side }) => `M${left} ${top}h${side}v${side}h-${side}z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}"><title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#fff"/><path shape-rendering="crispEdges" d="${code}"/>${letters.map((path) => `<path d="${path}"/>`).join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
