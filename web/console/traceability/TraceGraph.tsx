import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Trace } from '../api/types.ts';
import { GraphEdge, GraphNode, sizes } from './GraphParts.tsx';
import { useTraceabilityTexts } from './texts.ts';
import { foldTrace } from './trace-fold.ts';
import { layoutTrace } from './trace-layout.ts';
import { fitted, panned, type View, zoomed } from './trace-view.ts';

const panStep = 80;

/** The trace as a layered drawing. It is for the eye and the mouse; the list beside it says the same to everybody. */
export function TraceGraph({ trace }: { trace: Trace }) {
  const t = useTraceabilityTexts();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 640, height: 360 });
  const [chosen, setChosen] = useState<{ of: Trace; view: View } | null>(null);
  const grabbed = useRef<{ x: number; y: number; moved: boolean } | null>(null);

  const folding = useMemo(() => foldTrace(trace.nodes, trace.edges, trace.code), [trace]);
  const layout = useMemo(() => layoutTrace(folding.nodes, folding.edges, sizes), [folding]);
  const nodes = useMemo(() => new Map(trace.nodes.map((node) => [node.code, node])), [trace]);

  useEffect(() => {
    if (!box.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);

  // Until somebody moves it, the drawing fits; another trace fits anew.
  const view = chosen?.of === trace ? chosen.view : fitted(layout, size);
  const see = (next: View) => setChosen({ of: trace, view: next });
  const middle = { x: size.width / 2, y: size.height / 2 };

  const drag = (event: PointerEvent<SVGSVGElement>) => {
    const from = grabbed.current;
    if (!from || event.buttons === 0) return;
    if (!from.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    see(panned(view, from.x - event.clientX, from.y - event.clientY));
    grabbed.current = { x: event.clientX, y: event.clientY, moved: true };
  };

  const seen = {
    left: view.x - sizes.nodeWidth,
    right: view.x + size.width / view.scale,
    top: view.y - sizes.nodeHeight,
    bottom: view.y + size.height / view.scale,
  };

  return (
    <div className="trace-graph" ref={box}>
      <svg
        role="img"
        aria-label={t('traceLabel', { code: trace.code, count: trace.nodes.length })}
        viewBox={`${view.x} ${view.y} ${size.width / view.scale} ${size.height / view.scale}`}
        onPointerDown={(event) => {
          grabbed.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={drag}
        onPointerLeave={() => {
          grabbed.current = null;
        }}
      >
        <title>{t('trace')}</title>
        {layout.edges.map((edge) => (
          <GraphEdge key={`${edge.from} ${edge.to}`} points={edge.points} />
        ))}
        {layout.nodes
          .filter(({ x, y }) => x > seen.left && x < seen.right && y > seen.top && y < seen.bottom)
          .map((placed) => {
            const members = folding.nodes.find(({ id }) => id === placed.id)?.members ?? [];
            const node = members.length === 1 ? nodes.get(members[0] ?? '') : undefined;
            return (
              <GraphNode
                key={placed.id}
                placed={placed}
                node={node}
                folded={members.length}
                asked={placed.id === trace.code}
                labels={view.scale > 0.35}
                onOpen={() => {
                  if (node?.own && !grabbed.current?.moved) navigate(`/batches/${encodeURIComponent(node.code)}`);
                }}
              />
            );
          })}
      </svg>
      <fieldset className="graph-buttons">
        <legend className="hidden">{t('view')}</legend>
        <GraphButton
          label={t('zoomIn')}
          icon={<PlusOutlined aria-hidden />}
          onClick={() => see(zoomed(view, 1.3, middle))}
        />
        <GraphButton
          label={t('zoomOut')}
          icon={<MinusOutlined aria-hidden />}
          onClick={() => see(zoomed(view, 1 / 1.3, middle))}
        />
        <GraphButton label={t('panLeft')} icon="←" onClick={() => see(panned(view, -panStep, 0))} />
        <GraphButton label={t('panRight')} icon="→" onClick={() => see(panned(view, panStep, 0))} />
        <GraphButton label={t('panUp')} icon="↑" onClick={() => see(panned(view, 0, -panStep))} />
        <GraphButton label={t('panDown')} icon="↓" onClick={() => see(panned(view, 0, panStep))} />
        <Button onClick={() => setChosen(null)}>{t('fit')}</Button>
      </fieldset>
    </div>
  );
}

function GraphButton({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button aria-label={label} icon={icon} onClick={onClick} />
    </Tooltip>
  );
}
