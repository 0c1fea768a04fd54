import { App } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CertificateProposal } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { People } from '../../shared/People.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { type Decision, useDecide, useProposals } from './queries.ts';
import { useCertificateTexts, useProposalKind, useProposalState } from './texts.ts';

const decisions: Decision[] = ['accept', 'dismiss'];

/** Of one certificate, or all in a state: what is proposed and why, decided by another person with a reason. */
export function Proposals(filters: { certificate?: string; state?: CertificateProposal['state'] }) {
  const t = useCertificateTexts();
  const bilingual = useBilingual();
  const kindWord = useProposalKind();
  const stateWord = useProposalState();
  const { message } = App.useApp();
  const list = useProposals(filters);
  const decide = useDecide();
  const [asked, setAsked] = useState<{ id: string; decision: Decision } | null>(null);
  return (
    <>
      <DataTable
        caption={t('proposals')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noProposals')}
        columns={[
          {
            key: 'certificate',
            title: t('number'),
            names: true,
            render: ({ certificateId, certificateNumber, producerName }) => (
              <>
                <Link to={`/certificates/${certificateId}`}>{certificateNumber}</Link>
                <div className="under">{producerName}</div>
              </>
            ),
          },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindWord(kind) },
          { key: 'cause', title: t('cause'), render: ({ cause }) => bilingual(cause.text) },
          {
            key: 'raised',
            title: t('raised'),
            render: ({ raisedBy, raisedAt }) => (
              <>
                {raisedBy}
                <div className="under">
                  <Time at={raisedAt} />
                </div>
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            render: ({ state, decidedBy, reason }) => (
              <>
                {stateWord(state)}
                {decidedBy && (
                  <div className="under">
                    <People usernames={[decidedBy]} />: {reason}
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'steps',
            title: t('steps'),
            render: (proposal) =>
              proposal.state === 'open' &&
              decisions.map((decision) => (
                <VerbButton
                  key={decision}
                  size="small"
                  verb={decision}
                  record={proposal}
                  onClick={() => setAsked({ id: proposal.id, decision })}
                >
                  {t(decision)}
                </VerbButton>
              )),
          },
        ]}
      />
      {asked && (
        <ReasonDialog
          title={t(asked.decision)}
          onClose={() => setAsked(null)}
          onReason={async ({ reason }) => {
            await decide.mutateAsync({ ...asked, reason });
            message.success(t('done'));
          }}
        />
      )}
    </>
  );
}
