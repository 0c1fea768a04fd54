import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Warning } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { useDivisionName } from '../producers/queries.ts';
import { Facts } from '../shared/Facts.tsx';
import { People } from '../shared/People.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { SentAbout } from './channels/SentAbout.tsx';
import { FollowUp } from './FollowUp.tsx';
import { type OnVerb, verbs, type WarningVerb } from './handling.tsx';
import { LevelChip } from './LevelChip.tsx';
import { useHistoryWord, useLevelWord } from './levels.ts';
import { useWarning } from './queries.ts';
import { GiveTask } from './tasks/GiveTask.tsx';
import { useWarningsTexts } from './texts.ts';
import { WarningStateChip } from './WarningRow.tsx';

/** What is offered in each state; of these the server says what is refused, and why. */
const stepsOf: Record<Warning['state'], readonly WarningVerb[]> = {
  open: ['acknowledge', 'handle', 'resolve', 'dismiss'],
  acknowledged: ['withdraw-acknowledgement', 'handle', 'resolve', 'dismiss'],
  handling: ['resolve', 'dismiss'],
  resolved: ['close'],
  closed: [],
  'false-alarm': [],
};

interface Props {
  id: string;
  onClose(): void;
  onVerb: OnVerb;
}

/** One warning with all that is known of it, and what was done about it. */
export function WarningDrawer({ id, onClose, onVerb }: Props) {
  const t = useWarningsTexts();
  const bilingual = useBilingual();
  const { data: warning, error, refetch } = useWarning(id);
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={warning ? bilingual(warning.title) : t('details')}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        warning && (
          <div className="drawer-verbs">
            {verbs
              .filter((verb) => stepsOf[warning.state].includes(verb))
              .map((verb, index) => (
                <VerbButton
                  key={verb}
                  verb={verb}
                  record={warning}
                  type={index === 0 ? 'primary' : 'default'}
                  onClick={() => onVerb(verb, warning)}
                >
                  {t(verb)}
                </VerbButton>
              ))}
            <FurtherActs warning={warning} />
          </div>
        )
      }
    >
      {error && <ProblemNote error={error} retry={() => refetch()} />}
      {!warning && !error && <Skeleton active />}
      {warning && <WarningDetails warning={warning} />}
    </Drawer>
  );
}

/** What changes no state: a task for somebody, and what became known later. */
function FurtherActs({ warning }: { warning: Warning }) {
  const t = useWarningsTexts();
  const may = useMay();
  const [act, setAct] = useState<'task' | 'follow-up' | null>(null);
  const close = () => setAct(null);
  return (
    <>
      {may('warning-tasks:create') && <Button onClick={() => setAct('task')}>{t('giveTask')}</Button>}
      {may('warnings:follow-up') && <Button onClick={() => setAct('follow-up')}>{t('addFollowUp')}</Button>}
      {act === 'task' && <GiveTask warning={warning} onClose={close} />}
      {act === 'follow-up' && <FollowUp warning={warning} onClose={close} />}
    </>
  );
}

function WarningDetails({ warning }: { warning: Warning }) {
  const t = useWarningsTexts();
  const bilingual = useBilingual();
  const word = useHistoryWord();
  const may = useMay();
  const levelWord = useLevelWord();
  const divisionName = useDivisionName();
  return (
    <>
      <div className="page-marks">
        <LevelChip level={warning.level} />
        <WarningStateChip state={warning.state} />
        <span>{warning.active ? t('active') : t('cleared')}</span>
      </div>
      <p>{bilingual(warning.detail)}</p>
      <Facts
        facts={[
          [t('division'), divisionName(warning.divisionCode)],
          [t('site'), warning.siteName],
          [t('device'), warning.deviceId && <Link to={`/devices/${warning.deviceId}`}>{warning.deviceId}</Link>],
          [t('batch'), warning.batchCode && <Link to={`/batches/${warning.batchCode}`}>{warning.batchCode}</Link>],
          [
            t('complaints'),
            warning.kind === 'complaint-cluster' && (
              <Link to={`/complaints?division=${warning.divisionCode}`}>{t('complaintsHere')}</Link>
            ),
          ],
          [t('sample'), warning.sampleId && <Link to={`/samples/${warning.sampleId}`}>{t('details')}</Link>],
          [t('openedAt'), <Time key="opened" at={warning.openedAt} />],
          [t('lastOccurredAt'), <Time key="last" at={warning.lastOccurredAt} />],
          [t('clearedAt'), warning.clearedAt && <Time at={warning.clearedAt} />],
          [t('occurrencesLabel'), warning.occurrences],
          [t('escalatedTo'), warning.escalatedTo && divisionName(warning.escalatedTo)],
          [t('escalateAt'), warning.escalateAt && <Time at={warning.escalateAt} />],
          [t('inhibits'), warning.inhibits?.join(', ')],
        ]}
      />
      {warning.followUps.length > 0 && (
        <>
          <h3>{t('followUps')}</h3>
          <ol className="history">
            {warning.followUps.map(({ number, by, at, text, level }) => (
              <li key={number}>
                <strong>
                  <People usernames={[by]} />
                </strong>{' '}
                · <Time at={at} />
                {level && (
                  <p>
                    {levelWord(level.from)} → {levelWord(level.to)}
                  </p>
                )}
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{t('history')}</h3>
      <ol className="history">
        {warning.history.map((entry) => (
          <li key={`${entry.at}-${entry.verb}`}>
            <strong>{word(entry.verb)}</strong> · <People usernames={[entry.by]} /> · <Time at={entry.at} />
            {entry.level && (
              <p>
                {levelWord(entry.level.from)} → {levelWord(entry.level.to)}
              </p>
            )}
            {entry.divisions && (
              <p>
                {divisionName(entry.divisions.from)} → {divisionName(entry.divisions.to)}
              </p>
            )}
            {entry.cause && <p>{bilingual(entry.cause)}</p>}
            {entry.note && <p>{entry.note}</p>}
          </li>
        ))}
      </ol>
      {may('warning-deliveries:read') && <SentAbout warning={warning.id} />}
    </>
  );
}
