import { Button } from 'antd';
import { Link } from 'react-router';
import type { RapidTest } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { Chip, type Tone } from '../shared/Chip.tsx';
import { useTestingTexts } from './texts.ts';
import { useConfirmationWord } from './words.ts';

type Word = NonNullable<RapidTest['confirmation']>;

const tones: Record<Word, Tone> = {
  wanted: 'caution',
  'sample-drawn': 'busy',
  confirmed: 'bad',
  'not-confirmed': 'good',
};

/** Of a positive test: whether a laboratory has confirmed it, by which samples, and what is to be done. */
export function ConfirmationOf({ test, onDraw }: { test: RapidTest; onDraw: () => void }) {
  const t = useTestingTexts();
  const word = useConfirmationWord();
  const may = useMay();
  const { confirmation, confirmedBy = [] } = test;
  if (!confirmation) return null;
  return (
    <>
      <Chip tone={tones[confirmation]}>{word(confirmation)}</Chip>
      {confirmedBy.map(({ id, number }) => (
        <div className="under" key={id}>
          <Link to={`/samples/${id}`}>{number}</Link>
        </div>
      ))}
      {confirmation === 'wanted' && may('samples:create') && (
        <div className="under">
          <Button size="small" onClick={onDraw}>
            {t('drawConfirmation')}
          </Button>
        </div>
      )}
    </>
  );
}
