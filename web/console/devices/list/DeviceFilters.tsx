import { useId } from 'react';
import { SitePicker } from '../../producers/SitePicker.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { Filters } from '../../shared/filters/Filters.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { deviceStates } from '../life/states.ts';
import { useDeviceLifeTexts } from '../life/texts.ts';
import { deviceKindNames, useDeviceKind } from '../metrics.ts';
import { useDevicesTexts } from '../texts.ts';
import { calibrations, exportAddress, type ListFilters, namesOf, orders, silences } from './filters.ts';
import { useDeviceListTexts } from './texts.ts';

interface Props {
  filters: ListFilters;
  setFilter(name: keyof ListFilters, value: string | undefined): void;
}

/** Every filter of the list, its order, and the same list as a table. */
export function DeviceFilters({ filters, setFilter }: Props) {
  const t = useDeviceListTexts();
  const devices = useDevicesTexts();
  const shared = useSharedTexts();
  const life = useDeviceLifeTexts();
  const kindName = useDeviceKind();
  const siteId = useId();
  const language = useLanguage();
  const choose = (name: keyof ListFilters) => (value: string | undefined) => setFilter(name, value);
  return (
    <Filters>
      <SearchBox label={t('text')} value={filters.text} onSearch={choose('text')} />
      <Choice
        label={devices('kind')}
        value={filters.kind}
        options={deviceKindNames.map((value) => ({ value, label: kindName(value) }))}
        onChange={choose('kind')}
      />
      <Choice
        label={life('life')}
        value={filters.state}
        options={deviceStates.map((value) => ({ value, label: life(value) }))}
        onChange={choose('state')}
      />
      <div className="choice">
        <label htmlFor={siteId}>{t('site')}</label>
        <SitePicker
          id={siteId}
          {...(filters.site && { value: filters.site })}
          onChange={choose('site')}
          placeholder={shared('allOf')}
        />
      </div>
      <Choice
        label={t('silent')}
        value={filters.silent}
        options={namesOf(silences).map((value) => ({ value, label: t(value) }))}
        onChange={choose('silent')}
      />
      <Choice
        label={t('calibration')}
        value={filters.calibration}
        options={namesOf(calibrations).map((value) => ({ value, label: t(value) }))}
        onChange={choose('calibration')}
      />
      <Choice
        label={t('sort')}
        value={filters.sort}
        all={t('byId')}
        options={orders.map((value) => ({ value, label: t(value) }))}
        onChange={choose('sort')}
      />
      {(['csv', 'xlsx'] as const).map((form) => (
        <a key={form} href={exportAddress(filters, language, form, Date.now())} download>
          {t(form)}
        </a>
      ))}
    </Filters>
  );
}
