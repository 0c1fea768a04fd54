import type { ConformityCertificate } from '../api/types.ts';
import { Chip } from '../shared/Chip.tsx';
import { useWords, type Words } from '../shared/texts.ts';

type State = ConformityCertificate['state'];

const words: Words<State> = {
  valid: { zh: '有效', en: 'valid' },
  void: { zh: '已作废', en: 'void' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

export const conformityStates = ['valid', 'void', 'withdrawn'] as const;

export function useConformityState() {
  return useWords(words);
}

export function StateChip({ state }: { state: State }) {
  const word = useConformityState();
  return <Chip tone={state === 'valid' ? 'good' : 'bad'}>{word(state)}</Chip>;
}
