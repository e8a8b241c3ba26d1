import { useI18n } from '../i18n/index.ts';
import { usePreferences } from '../session/preferences.ts';
import { isDark, useTheme } from '../session/theme.ts';
import { IconButton } from '../ui/index.ts';

export function ThemeToggle() {
  const { t } = useI18n();
  const dark = isDark(useTheme());
  const { setTheme } = usePreferences();
  return (
    <IconButton
      icon={dark ? 'sun' : 'moon'}
      label={dark ? t('shell.theme.light') : t('shell.theme.dark')}
      onClick={() => setTheme(dark ? 'light' : 'dark')}
    />
  );
}
