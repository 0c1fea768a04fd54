import { App, Button, Input, Radio, Skeleton } from 'antd';
import { askedItems } from '../../../shared/asked-items.ts';
import type { Inspection } from '../../api/types.ts';
import { useProducer } from '../../producers/queries.ts';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useDraft } from './draft.ts';
import { type Submission, useChecklists, useInspectionStep } from './queries.ts';
import { SeverityChip } from './SeverityChip.tsx';
import { useInspectionTexts } from './texts.ts';

const answers = ['yes', 'no', 'not-applicable'] as const;

/** Item by item; what is asked follows from the producer's kind and from what is answered already. */
export function FillChecklist({ inspection }: { inspection: Inspection }) {
  const t = useInspectionTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const checklists = useChecklists();
  const producer = useProducer(inspection.producerId);
  const step = useInspectionStep(inspection.id);
  const begun = inspection.history.findLast(({ verb }) => verb === 'begin')?.at ?? inspection.createdAt;
  const { draft, change, forget } = useDraft(inspection.id, begun);
  const checklist = checklists.data?.items.find(
    (each) => each.checklist === inspection.checklist && each.version === inspection.checklistVersion,
  );
  const error = checklists.error ?? producer.error;
  if (error) return <ProblemNote error={error} />;
  if (!checklist || !producer.data) return <Skeleton active />;
  const items = askedItems(checklist.items, producer.data.kind, (item) => draft.answers[item]);
  const open = items.filter(({ item }) => !draft.answers[item]).length;
  const submit = () => {
    const body: Submission = {
      answers: items.map(({ item }) => {
        const note = draft.notes[item]?.trim();
        return {
          item,
          answer: draft.answers[item] as Submission['answers'][number]['answer'],
          ...(note && { note }),
        };
      }),
      begunAt: draft.begunAt,
      finishedAt: new Date().toISOString(),
      photos: [],
    };
    step.mutate(
      { verb: 'submit', body },
      {
        onSuccess: () => {
          forget();
          message.success(t('done'));
        },
      },
    );
  };
  return (
    <Section title={`${t('fill')} · ${bilingual(checklist.title)}`}>
      <p className="note">
        {t('draftKept')} {t('photosHint')}
      </p>
      <ol className="checklist">
        {items.map(({ item, text, clause, severity }) => (
          <li key={item}>
            <fieldset>
              <legend>
                {bilingual(text)} <SeverityChip severity={severity} />
              </legend>
              <p className="under">{clause}</p>
              <Radio.Group
                name={item}
                value={draft.answers[item] ?? null}
                onChange={({ target }) => change({ answers: { ...draft.answers, [item]: String(target.value) } })}
                options={answers.map((value) => ({ value, label: t(value) }))}
              />
              {draft.answers[item] === 'no' && (
                <Input.TextArea
                  aria-label={t('remarkFor', { item: bilingual(text) })}
                  placeholder={t('remark')}
                  rows={2}
                  maxLength={1000}
                  value={draft.notes[item] ?? ''}
                  onChange={({ target }) => change({ notes: { ...draft.notes, [item]: target.value } })}
                />
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {step.error && <ProblemNote error={step.error} />}
      {open > 0 && <p role="status">{t('answerAll', { count: open })}</p>}
      <div>
        <Button type="primary" disabled={open > 0} loading={step.isPending} onClick={submit}>
          {t('submit')}
        </Button>
      </div>
    </Section>
  );
}
