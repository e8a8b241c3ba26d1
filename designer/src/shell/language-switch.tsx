import { languages, useI18n } from '../i18n/index.ts';
import { usePreferences } from '../session/preferences.ts';
import { Segmented } from '../ui/index.ts';

export function LanguageSwitch() {
  const { t, language } = useI18n();
  const { setLanguage } = usePreferences();
  return (
    <Segmented
      label={t('shell.language')}
      value={language}
      onChange={setLanguage}
      segments={languages.map((each) => ({
        value: each,
        label: each.toUpperCase(),
        title: t(`shell.language.${each}`),
      }))}
    />
  );
}
