import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Producer, RevealedProducer } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { Facts } from '../shared/Facts.tsx';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { type Correction, useCorrect, useErase, useReveal } from './queries.ts';
import { useProducersTexts } from './texts.ts';

type Act = 'reveal' | 'correct' | 'erase';

const rights: Record<Act, string> = {
  reveal: 'producers:reveal',
  correct: 'producers:correct',
  erase: 'producers:erase-personal-data',
};

/** What identifies a person: masked, until somebody says why they need it. */
export function PersonalData({ producer }: { producer: Producer }) {
  const t = useProducersTexts();
  const may = useMay();
  const [asked, setAsked] = useState<Act>();
  const [clear, setClear] = useState<RevealedProducer>();
  const reveal = useReveal(producer.id);
  const correct = useCorrect(producer.id);
  const erase = useErase(producer.id);
  const { personalDataErasedAt } = producer;
  const shown = clear ?? producer;
  const acts = (['reveal', 'correct', 'erase'] as const).filter((act) => may(rights[act]) && !personalDataErasedAt);
  const close = () => setAsked(undefined);
  return (
    <Section
      title={t('personalData')}
      actions={acts.map((act) => (
        <Button key={act} danger={act === 'erase'} onClick={() => setAsked(act)}>
          {t(act)}
        </Button>
      ))}
    >
      <Facts
        facts={[
          producer.kind === 'smallholder' && [t('personName'), shown.name],
          [t('contact'), shown.contactName],
          [t('phone'), shown.phone],
          [t('erasedAt'), personalDataErasedAt && <Time key="erased" at={personalDataErasedAt} />],
        ]}
      />
      {clear && (
        <p role="status">
          {t('revealed')}{' '}
          <Button size="small" onClick={() => setClear(undefined)}>
            {t('maskAgain')}
          </Button>
        </p>
      )}
      {asked === 'reveal' && (
        <ReasonDialog
          title={t('reveal')}
          onClose={close}
          onReason={async ({ reason }) => setClear(await reveal.mutateAsync(reason))}
        />
      )}
      {asked === 'correct' && (
        <ReasonDialog<Correction>
          title={t('correct')}
          onClose={close}
          onReason={async ({ reason, ...values }) => {
            await correct.mutateAsync({ reason, ...given(values) });
            setClear(undefined);
          }}
        >
          <p>{t('correctHint')}</p>
          <Form.Item name="name" label={t(producer.kind === 'smallholder' ? 'personName' : 'name')}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="contactName" label={t('contact')}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="phone" label={t('phone')}>
            <Input autoComplete="off" inputMode="tel" maxLength={20} />
          </Form.Item>
        </ReasonDialog>
      )}
      {asked === 'erase' && (
        <ReasonDialog
          title={t('erase')}
          onClose={close}
          onReason={async ({ reason }) => {
            await erase.mutateAsync(reason);
            setClear(undefined);
          }}
        >
          <p>{t('eraseHint')}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}

/** The fields that somebody filled in. */
function given(values: Correction): Correction {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
}
