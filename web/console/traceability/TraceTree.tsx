import { useMemo, useState } from 'react';
import type { Trace, TraceNode } from '../api/types.ts';
import { writeQuantity } from '../shared/format.ts';
import { useLanguage } from '../shared/texts.ts';
import { BatchStatus } from './BatchStatus.tsx';
import { isIdentifier } from './identifier.ts';
import { GoodsLink } from './Stays.tsx';
import { useTraceabilityTexts } from './texts.ts';
import { type Branch, treeOf } from './trace-tree.ts';

/** Deeper branches than this begin closed. */
const openLevels = 3;

/** The trace as an indented list: for keyboards, for ears and for paper. */
export function TraceTree({ trace }: { trace: Trace }) {
  const t = useTraceabilityTexts();
  const nodes = useMemo(() => new Map(trace.nodes.map((node) => [node.code, node])), [trace]);
  const up = useMemo(() => treeOf(trace.code, trace.edges, 'up'), [trace]);
  const down = useMemo(() => treeOf(trace.code, trace.edges, 'down'), [trace]);
  return (
    <section className="trace-tree" aria-label={t('traceTree')} data-testid="trace-tree">
      {trace.direction !== 'down' && (
        <>
          <h3>{t('sources')}</h3>
          {up.length === 0 ? <p>{t('noSources')}</p> : <Branches branches={up} nodes={nodes} level={1} />}
        </>
      )}
      {trace.direction !== 'up' && (
        <>
          <h3>{t('consumers')}</h3>
          {down.length === 0 ? <p>{t('noConsumers')}</p> : <Branches branches={down} nodes={nodes} level={1} />}
        </>
      )}
    </section>
  );
}

interface BranchesProps {
  branches: Branch[];
  nodes: Map<string, TraceNode>;
  level: number;
}

function Branches({ branches, nodes, level }: BranchesProps) {
  return (
    <ul>
      {branches.map((branch) => (
        <BranchItem key={branch.code} branch={branch} nodes={nodes} level={level} />
      ))}
    </ul>
  );
}

function BranchItem({ branch, nodes, level }: { branch: Branch } & Omit<BranchesProps, 'branches'>) {
  const t = useTraceabilityTexts();
  const [open, setOpen] = useState(level <= openLevels);
  const line = <BranchLine branch={branch} node={nodes.get(branch.code)} />;
  if (branch.branches.length === 0) return <li>{line}</li>;
  return (
    <li>
      <button
        type="button"
        className="fold"
        aria-expanded={open}
        aria-label={t('branchesOf', { code: branch.code })}
        onClick={() => setOpen(!open)}
      >
        {open ? '▾' : '▸'}
      </button>
      {line}
      {open && <Branches branches={branch.branches} nodes={nodes} level={level + 1} />}
    </li>
  );
}

function BranchLine({ branch, node }: { branch: Branch; node: TraceNode | undefined }) {
  const t = useTraceabilityTexts();
  const language = useLanguage();
  if (!node) return <code>{branch.code}</code>;
  return (
    <span className="branch">
      {node.own || isIdentifier(node.code) ? <GoodsLink code={node.code} /> : <code>{node.code}</code>}
      <span>{node.productName}</span>
      <span className="under">
        {[
          node.producerName,
          node.quantity && writeQuantity(node.quantity, language),
          !node.own && t(isIdentifier(node.code) ? 'container' : 'outside'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {node.status !== 'normal' && <BatchStatus status={node.status} />}
      {branch.repeated && <em>({t('alreadyListed')})</em>}
    </span>
  );
}
