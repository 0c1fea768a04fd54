import { useBilingual } from '../../shared/texts.ts';
import { useEventTypes } from './queries.ts';
import { useWebhookTexts } from './texts.ts';

/** What an event is called in the reader's language. */
export function useEventName(): (type: string) => string {
  const t = useWebhookTexts();
  const inLanguage = useBilingual();
  const { data: types = [] } = useEventTypes();
  return (type) => {
    if (type === 'test') return t('testEvent');
    const found = types.find((each) => each.type === type);
    return found ? inLanguage(found.title) : type;
  };
}
