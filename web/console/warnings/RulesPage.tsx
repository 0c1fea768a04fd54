import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import type { WarningRule } from '../api/types.ts';
import { useDeviceKind, useSiteKind } from '../devices/metrics.ts';
import { useMay } from '../identity/session.ts';
import { useDivisionName } from '../producers/queries.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { useWithEnglish } from '../shared/texts.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { useProductName } from '../standards/products.ts';
import { DryRuns } from './dry-run/DryRuns.tsx';
import { LevelChip } from './LevelChip.tsx';
import { useRuleSentence } from './rule-words.ts';
import { useWarningsTexts } from './texts.ts';

const RuleForm = lazy(async () => ({ default: (await import('./RuleForm.tsx')).RuleForm }));

interface Switching {
  rule: WarningRule;
  verb: 'switch-off' | 'switch-on';
  reason: string;
}

function switched({ rule: { id }, verb, reason }: Switching) {
  const request = { params: { path: { id } }, body: { reason } };
  return verb === 'switch-off'
    ? answerOf(api.POST('/api/v1/warning-rules/{id}/switch-off', request))
    : answerOf(api.POST('/api/v1/warning-rules/{id}/switch-on', request));
}

export function RulesPage() {
  const t = useWarningsTexts();
  const may = useMay();
  const sentence = useRuleSentence();
  const siteKind = useSiteKind();
  const divisionName = useDivisionName();
  const words = useWithEnglish();
  const deviceKind = useDeviceKind();
  const productName = useProductName();
  const [editing, setEditing] = useState<WarningRule | 'new' | null>(null);
  const [switching, setSwitching] = useState<Omit<Switching, 'reason'> | null>(null);
  const client = useQueryClient();
  const switchRule = useMutation({
    mutationFn: switched,
    onSuccess: () => client.invalidateQueries({ queryKey: ['warning-rules'] }),
  });
  const list = useCursorList<WarningRule>(['warning-rules', 'list'], (cursor) =>
    answerOf(api.GET('/api/v1/warning-rules', { params: { query: chosen({ cursor }) } })),
  );
  return (
    <>
      <PageHeading
        title={t('rules')}
        actions={
          may('warning-rules:create') && (
            <Button type="primary" onClick={() => setEditing('new')}>
              {t('newRule')}
            </Button>
          )
        }
      />
      <p className="note">{t('rulesHint')}</p>
      <DataTable
        caption={t('rules')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noRules')}
        columns={[
          {
            key: 'name',
            title: t('ruleName'),
            names: true,
            render: ({ name, nameEn, reason, reasonEn, source, sourceEn }) => (
              <>
                {words(name, nameEn)}
                {reason && <div className="under">{words(reason, reasonEn)}</div>}
                {source && (
                  <div className="under">
                    {t('source')}: {words(source, sourceEn)}
                  </div>
                )}
              </>
            ),
          },
          { key: 'level', title: t('level'), render: ({ level }) => <LevelChip level={level} /> },
          {
            key: 'condition',
            title: t('condition'),
            render: (rule) => sentence.condition(rule),
          },
          {
            key: 'version',
            title: t('version'),
            render: (rule) => (
              <>
                {rule.version}
                {rule.switchedOff && <div className="under">{t('switchedOff')}</div>}
              </>
            ),
          },
          { key: 'clear', title: t('clearAt'), render: (rule) => sentence.ending(rule) },
          {
            key: 'scope',
            title: t('scope'),
            render: (rule) => (
              <>
                {divisionName(rule.divisionCode)}
                {rule.siteKind && <div className="under">{siteKind(rule.siteKind)}</div>}
                {rule.productId && <div className="under">{productName(rule.productId)}</div>}
                {rule.deviceKind && <div className="under">{deviceKind(rule.deviceKind)}</div>}
                {rule.deviceId && (
                  <div className="under">
                    <Link to={`/devices/${rule.deviceId}`}>{rule.deviceId}</Link>
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'verbs',
            title: t('steps'),
            render: (rule) => {
              const verb = rule.state === 'switched-off' ? 'switch-on' : 'switch-off';
              return (
                <>
                  <VerbButton verb="supersede" record={rule} onClick={() => setEditing(rule)}>
                    {t('supersede')}
                  </VerbButton>
                  <VerbButton verb={verb} record={rule} onClick={() => setSwitching({ rule, verb })}>
                    {t(verb)}
                  </VerbButton>
                </>
              );
            },
          },
        ]}
      />
      {may('warning-dry-runs:read') && <DryRuns />}
      {switching && (
        <ReasonDialog
          title={t(switching.verb)}
          onClose={() => setSwitching(null)}
          onReason={({ reason }) => switchRule.mutateAsync({ ...switching, reason })}
        />
      )}
      <Suspense>
        {editing && <RuleForm {...(editing !== 'new' && { rule: editing })} onClose={() => setEditing(null)} />}
      </Suspense>
    </>
  );
}
