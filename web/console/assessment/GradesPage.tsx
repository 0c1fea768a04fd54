import { App, Button } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../identity/session.ts';
import { Division } from '../producers/Division.tsx';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Time } from '../shared/Time.tsx';
import { GradeChip } from './GradeChip.tsx';
import { useAssessDivision, useAssessments } from './queries.ts';
import { useAssessmentState, useAssessmentTexts } from './texts.ts';

const grades = ['A', 'B', 'C', 'D'] as const;
const states = ['in-force', 'appealed', 'superseded'] as const;
const allowed = { grade: grades, state: states, producer: 'text' } as const;

/** 主体分级 of the own division or producer. */
export function GradesPage() {
  const t = useAssessmentTexts();
  const state = useAssessmentState();
  const may = useMay();
  const { message } = App.useApp();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useAssessments(filters);
  const assess = useAssessDivision();
  return (
    <>
      <PageHeading
        title={t('grades')}
        actions={
          may('assessments:create') && (
            <Button
              type="primary"
              loading={assess.isPending}
              onClick={() => assess.mutate(undefined, { onSuccess: (done) => message.success(t('assessed', done)) })}
            >
              {t('assessDivision')}
            </Button>
          )
        }
      />
      <p className="note">{t('gradesHint')}</p>
      {assess.error && <ProblemNote error={assess.error} />}
      <Filters>
        <Choice
          label={t('grade')}
          value={filters.grade}
          options={grades.map((value) => ({ value, label: value }))}
          onChange={(value) => setFilter('grade', value)}
        />
        <Choice
          label={t('state')}
          value={filters.state}
          options={states.map((value) => ({ value, label: state(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('grades')}
        testId="grade-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('noGrades')} />}
        columns={[
          {
            key: 'producer',
            title: t('producer'),
            names: true,
            render: ({ id, producerName, divisionCode, divisionName }) => (
              <>
                <Link to={`/assessment/grades/${id}`}>{producerName}</Link>
                <div className="under">
                  <Division code={divisionCode} name={divisionName} />
                </div>
              </>
            ),
          },
          { key: 'grade', title: t('grade'), render: ({ grade }) => <GradeChip grade={grade} /> },
          { key: 'score', title: t('score'), align: 'end', render: ({ score }) => score },
          {
            key: 'frequency',
            title: t('frequency'),
            align: 'end',
            render: ({ inspectionsAYear }) => inspectionsAYear,
          },
          { key: 'state', title: t('state'), render: (row) => state(row.state) },
          { key: 'assessedAt', title: t('assessedAt'), render: ({ assessedAt }) => <Time at={assessedAt} /> },
        ]}
      />
    </>
  );
}
