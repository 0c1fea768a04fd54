import type { TraceNode } from '../api/types.ts';
import { isIdentifier } from './identifier.ts';
import { useTraceabilityTexts } from './texts.ts';
import type { PlacedEdge, PlacedNode, Sizes } from './trace-layout.ts';
import { useBatchStatusWord } from './words.ts';

export const sizes: Sizes = { nodeWidth: 172, nodeHeight: 64, layerGap: 56, nodeGap: 18 };

/** A curve that leaves and arrives level, by way of the lanes between. */
export function GraphEdge({ points }: { points: PlacedEdge['points'] }) {
  const [first, ...rest] = points;
  if (!first) return null;
  let from = first;
  const parts = rest.map((to) => {
    const half = (from.x + to.x) / 2;
    const part = `C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
    from = to;
    return part;
  });
  const end = points.at(-1) ?? first;
  return (
    <g className="graph-edge">
      <path d={`M${first.x} ${first.y}${parts.join('')}`} />
      <path className="head" d={`M${end.x} ${end.y}l-8 -4v8z`} />
    </g>
  );
}

const { nodeWidth: w, nodeHeight: h } = sizes;
const octagon = `M14 0H${w - 14}L${w} 14V${h - 14}L${w - 14} ${h}H14L0 ${h - 14}V14z`;

interface Props {
  placed: PlacedNode;
  /** Absent for a fold of several. */
  node: TraceNode | undefined;
  folded: number;
  asked: boolean;
  labels: boolean;
  onOpen(): void;
}

/** One batch: held and recalled ones have eight corners, their word and their colour. */
export function GraphNode({ placed, node, folded, asked, labels, onOpen }: Props) {
  const t = useTraceabilityTexts();
  const word = useBatchStatusWord();
  const stopped = node !== undefined && node.status !== 'normal';
  const names = ['graph-node', stopped && 'stopped', asked && 'asked', node?.own ? 'own' : 'foreign'];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the list beside the drawing has the links
    <g className={names.filter(Boolean).join(' ')} transform={`translate(${placed.x} ${placed.y})`} onClick={onOpen}>
      {stopped ? <path d={octagon} /> : <rect width={w} height={h} rx={8} />}
      {labels && !node && (
        <text x={w / 2} y={h / 2 + 5} textAnchor="middle">
          {t('folded', { count: folded })}
        </text>
      )}
      {labels && node && (
        <>
          <text className="graph-code" x={14} y={19}>
            {isIdentifier(node.code) ? `…${node.code.slice(-18)}` : shortened(node.code, 12)}
          </text>
          <text x={14} y={37}>
            {shortened(node.productName, stopped ? 7 : 11)}
          </text>
          <text className="graph-faint" x={14} y={54}>
            {shortened(node.producerName, 13)}
          </text>
          {stopped && (
            <text className="graph-status" x={w - 12} y={37} textAnchor="end">
              ✕ {word(node.status)}
            </text>
          )}
          {!node.own && (
            <text className="graph-faint" x={w - 12} y={37} textAnchor="end">
              {t(isIdentifier(node.code) ? 'container' : 'outside')}
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** Chinese characters count one, Latin ones a half or so. */
function shortened(text: string, width: number): string {
  let used = 0;
  for (const [index, character] of [...text].entries()) {
    used += character.charCodeAt(0) > 255 ? 1 : 0.56;
    if (used > width) return `${[...text].slice(0, index).join('')}…`;
  }
  return text;
}
