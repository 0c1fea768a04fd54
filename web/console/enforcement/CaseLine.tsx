import { App } from 'antd';
import { useState } from 'react';
import type { EnforcementCase } from '../api/types.ts';
import { People } from '../shared/People.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { DeadlineLeft } from './CaseChip.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useEnforcementTexts } from './texts.ts';
import { useCaseState, useRoleWord, useVerbWord } from './words.ts';

/** The case as a line: what was done by whom, which deadlines run by which clause, what comes next by whom and why not. */
export function CaseLine({ found }: { found: EnforcementCase }) {
  const t = useEnforcementTexts();
  const bilingual = useBilingual();
  const [verbWord, stateWord, roleWord] = [useVerbWord(), useCaseState(), useRoleWord()];
  const { message } = App.useApp();
  const [asked, setAsked] = useState<string | null>(null);
  const { past, now, next } = found.line;
  return (
    <Section title={t('line')}>
      <h3>{t('past')}</h3>
      <ol className="case-past">
        {past.map(({ verb, by, at, to, reason }) => (
          <li key={`${at}${verb}`}>
            <Time at={at} /> {verbWord(verb)} · <People usernames={[by]} /> → {stateWord(to)}
            {reason && <div className="under">{reason}</div>}
          </li>
        ))}
      </ol>
      <h3>{t('now')}</h3>
      {now.length === 0 ? (
        <p className="note">{t('noTerms')}</p>
      ) : (
        <ul>
          {now.map((deadline) => (
            <li key={deadline.id}>
              {bilingual(deadline.title)} <DeadlineLeft deadline={deadline} />
              <div className="under">
                {deadline.clause}
                {deadline.consequence && ` · ${bilingual(deadline.consequence)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('next')}</h3>
      {next.length === 0 ? (
        <p className="note">{t('nothingNext')}</p>
      ) : (
        <ul className="case-next">
          {next.map(({ verb, to, roles, reason }) => (
            <li key={verb}>
              <VerbButton verb={verb} record={found} onClick={() => setAsked(verb)}>
                {verbWord(verb)}
              </VerbButton>
              <div className="under">
                {to && `→ ${stateWord(to)} · `}
                {t('by', { roles: roles.map(roleWord).join(' / ') })}
                {reason && ` · ${bilingual(reason)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <StepDialog
          id={found.id}
          verb={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            message.success(t('done'));
            setAsked(null);
          }}
        />
      )}
    </Section>
  );
}
