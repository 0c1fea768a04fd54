import type { TraceNode } from '../api/types.ts';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { GoodsLink } from './Stays.tsx';
import { useTraceabilityTexts } from './texts.ts';

type Links = NonNullable<TraceNode['links']>;

/** Who the lot came from and who it went to, and what of that is not on record. */
export function OneUpOneDown({ links: { complete, from, to, lacks } }: { links: Links }) {
  const t = useTraceabilityTexts();
  return (
    <Section title={t('links')}>
      <p data-testid="links">{complete ? t('linksComplete') : t('linksLack')}</p>
      {lacks.length > 0 && (
        <ul>
          {lacks.map(({ kind, at, eventId = '' }) => (
            <li key={`${kind} ${eventId}`}>
              {t(`lacks-${kind}`)}
              {at && (
                <>
                  {' · '}
                  <Time at={at} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('from')}</h3>
      {from.length === 0 ? <p>{t('notKnown')}</p> : <LinkList links={from} />}
      <h3>{t('to')}</h3>
      {to.length === 0 ? <p>{t('onHand')}</p> : <LinkList links={to} />}
    </Section>
  );
}

function LinkList({ links }: { links: Links['from'] }) {
  const t = useTraceabilityTexts();
  return (
    <ul className="in-text">
      {links.map(({ kind, name, eventId, at }) => (
        <li key={`${kind} ${name} ${eventId}`}>
          {kind === 'lot' ? (
            <GoodsLink code={name} />
          ) : (
            [kind === 'grown' && t('grown'), name].filter(Boolean).join(' · ')
          )}
          {' · '}
          <Time at={at} />
        </li>
      ))}
    </ul>
  );
}
