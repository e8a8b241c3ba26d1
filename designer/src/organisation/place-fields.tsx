import { CALENDARS, CURRENCIES, timeZones } from '../editor/inspector/setting-choices.ts';
import { languages, useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import type { Place } from './place.ts';

type PlaceFieldsProps = { place: Place; onChange: (change: Partial<Place>) => void; currencyFixed?: boolean };

export function PlaceFields({ place, onChange, currencyFixed = false }: PlaceFieldsProps) {
  const { t, language } = useI18n();
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const currencies = new Intl.DisplayNames([language], { type: 'currency' });
  return (
    <>
      <Field label={t('organisation.country')} hint={t('organisation.country-hint')}>
        <Select
          value={place.country}
          options={withOwn(CALENDARS, place.country).map((value) => ({ value, label: countries.of(value) ?? value }))}
          onChange={(country) => onChange({ country })}
        />
      </Field>
      <Field label={t('organisation.language')} hint={t('organisation.language-hint')}>
        <Select
          value={place.language}
          options={languages.map((value) => ({ value, label: t(`shell.language.${value}`) }))}
          onChange={(value) => onChange({ language: value })}
        />
      </Field>
      <Field
        label={t('organisation.currency')}
        readOnly={currencyFixed}
        hint={currencyFixed && t('organisation.currency-fixed')}
      >
        <Select
          value={place.currency}
          options={withOwn(CURRENCIES, place.currency).map((value) => ({
            value,
            label: `${value} · ${currencies.of(value) ?? value}`,
          }))}
          onChange={(currency) => onChange({ currency })}
        />
      </Field>
      <Field label={t('organisation.time-zone')}>
        <Select
          value={place.timeZone}
          options={withOwn(timeZones(), place.timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </Field>
    </>
  );
}

const withOwn = (choices: readonly string[], own: string): readonly string[] =>
  choices.includes(own) ? choices : [own, ...choices];
