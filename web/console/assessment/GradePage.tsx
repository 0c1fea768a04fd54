import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Assessment } from '../api/types.ts';
import { Division } from '../producers/Division.tsx';
import { Chip } from '../shared/Chip.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { Facts } from '../shared/Facts.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { GradeChip } from './GradeChip.tsx';
import { GradeStep, type GradeVerb, gradeVerbs } from './GradeStep.tsx';
import { useAssessment } from './queries.ts';
import { RecordLink } from './RecordLink.tsx';
import { useAssessmentState, useAssessmentTexts, useFactWord, useOutcome } from './texts.ts';

/** One grade, how it comes about, and the appeal against it. */
export function GradePage() {
  const { id = '' } = useParams();
  const t = useAssessmentTexts();
  const { data, error, refetch } = useAssessment(id);
  return (
    <>
      <PageHeading
        title={data?.producerName ?? t('grades')}
        above={<Link to="/assessment/grades">{t('toGrades')}</Link>}
        {...(data && { marks: <GradeChip grade={data.grade} /> })}
      />
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data && <Explained assessment={data} />}
    </>
  );
}

function Explained({ assessment }: { assessment: Assessment }) {
  const t = useAssessmentTexts();
  const bilingual = useBilingual();
  const state = useAssessmentState();
  const outcome = useOutcome();
  const [asked, setAsked] = useState<GradeVerb | null>(null);
  const { appeal, limited } = assessment;
  return (
    <>
      <Facts
        facts={[
          [t('score'), assessment.score],
          [t('frequency'), assessment.inspectionsAYear],
          [t('state'), state(assessment.state)],
          [t('division'), <Division key="division" code={assessment.divisionCode} name={assessment.divisionName} />],
          [t('assessedAt'), <Time key="at" at={assessment.assessedAt} />],
          appeal && [t('appeal'), appeal.text],
          appeal?.decision && [
            t('decision'),
            t('decided', { outcome: outcome(appeal.decision.outcome), reason: appeal.decision.reason }),
          ],
        ]}
      />
      <div className="drawer-verbs">
        {gradeVerbs.map((verb) => (
          <VerbButton key={verb} verb={verb} record={assessment} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      </div>
      <Section title={t('explanation')}>
        <p className="note">
          {t('start')} {limited && bilingual(limited)}
        </p>
        <Points points={assessment.points} />
      </Section>
      {asked && <GradeStep assessment={assessment} verb={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Points({ points }: { points: Assessment['points'] }) {
  const t = useAssessmentTexts();
  const bilingual = useBilingual();
  const word = useFactWord();
  return (
    <DataTable
      caption={t('explanation')}
      testId="point-row"
      rows={points}
      rowKey={({ indicator }) => indicator}
      empty={t('noPoints')}
      columns={[
        { key: 'title', title: t('explanation'), names: true, render: ({ title }) => bilingual(title) },
        {
          key: 'points',
          title: t('points'),
          align: 'end',
          render: ({ points: sum, capped }) => (
            <>
              {sum > 0 ? `+${sum}` : sum}
              {capped && <div className="under">{t('capped')}</div>}
            </>
          ),
        },
        {
          key: 'records',
          title: t('record'),
          render: ({ records }) => (
            <ul>
              {records.map((record) => (
                <li key={`${record.resource}|${record.id}|${record.word}`}>
                  <RecordLink {...record} /> {word(record.word)} ({record.points > 0 ? '+' : ''}
                  {record.points}) <Time at={record.happenedAt} />{' '}
                  {record.excluded && <Chip tone="neutral">{t('excluded')}</Chip>}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
