import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import type { EnforcementCase } from '../api/types.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { Division } from '../producers/Division.tsx';
import { Facts } from '../shared/Facts.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { People } from '../shared/People.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { CaseChip } from './CaseChip.tsx';
import { CaseLine } from './CaseLine.tsx';
import { Evidence } from './Evidence.tsx';
import { Papers } from './Papers.tsx';
import { useCase } from './queries.ts';
import { Sources } from './Sources.tsx';
import { useEnforcementTexts } from './texts.ts';
import { useClueKind, useHearingWord, useProcedure } from './words.ts';

export function CasePage() {
  const { id = '' } = useParams();
  const t = useEnforcementTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const [clueWord, procedureWord, hearingWord] = [useClueKind(), useProcedure(), useHearingWord()];
  const { data: found, error, refetch } = useCase(id);
  const back = <Link to="/cases">← {shared('back')}</Link>;
  if (!found)
    return (
      <>
        <PageHeading title={t('cases')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { clue, party, decision, proposal, finding } = found;
  const penalty = decision ?? proposal;
  return (
    <>
      <PageHeading title={found.number} above={back} marks={<CaseChip state={found.state} />} />
      <Facts
        facts={[
          [t('procedure'), procedureWord(found.procedure)],
          [t('division'), <Division key="division" code={found.divisionCode} name={found.divisionName} />],
          [t('party'), party?.name ?? found.suspect],
          [t('clue'), `${clueWord(clue.kind)} · ${clue.foundOn} · ${clue.text}`],
          clue.sources.length > 0 && [t('source'), <Sources key="sources" sources={clue.sources} />],
          [
            t('batch'),
            found.batchCode && <Link to={`/batches/${encodeURIComponent(found.batchCode)}`}>{found.batchCode}</Link>,
          ],
          [t('officers'), <People key="officers" usernames={found.officers.map(({ username }) => username)} />],
          [t('facts'), finding?.facts],
          [t('fine'), penalty?.fine],
          [t('article'), penalty?.article && bilingual(penalty.article.clause)],
          found.hearing && [t('hearing'), hearingText(found.hearing, hearingWord)],
          found.surcharge.due !== '0' && [t('surcharge'), found.surcharge.due],
        ]}
      />
      <CaseLine found={found} />
      <Papers caseId={id} />
      <Evidence caseId={id} />
      <Attachments resource="cases" record={id} />
    </>
  );
}

/** What became of a hearing, on which day, and what its record says. */
function hearingText(
  { requestedOn, heldOn, ended, result }: NonNullable<EnforcementCase['hearing']>,
  wordOf: (word: string) => string,
): string {
  const word = ended?.ground ?? (heldOn ? 'held' : 'asked');
  return [wordOf(word), ended?.on ?? heldOn ?? requestedOn, result].filter(Boolean).join(' · ');
}
