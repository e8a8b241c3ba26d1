import './sign-in.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { changeLanguage, languages, useI18n, type MessageKey } from '../i18n/index.ts';
import { queryClient } from '../query-client.ts';
import { authClient } from '../session/auth-client.ts';
import { isDark, setTheme, useTheme } from '../session/theme.ts';
import { Banner, Button, Field, Icon, IconButton, Segmented, TextInput } from '../ui/index.ts';

type Refusal = Extract<
  MessageKey,
  'shell.sign-in.wrong' | 'shell.sign-in.too-many' | 'errors.code.network' | 'errors.code.unavailable'
>;

function refusalOf(status: number): Refusal {
  if (status === 429) return 'shell.sign-in.too-many';
  if (status >= 500) return 'errors.code.unavailable';
  return status === 0 ? 'errors.code.network' : 'shell.sign-in.wrong';
}

/** E-mail and password; says why one is here, keeps what was typed, goes on where one was. */
export function SignInPage() {
  const { t } = useI18n();
  const { next, reason } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  useEffect(() => {
    document.title = `${t('shell.sign-in.act')} · ${t('shell.product')}`;
  }, [t]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    const { error } = await authClient.signIn
      .email({ email: email.trim(), password })
      .catch(() => ({ error: { status: 0 } }));
    setBusy(false);
    if (error) return setRefusal(refusalOf(error.status));
    queryClient.clear();
    await navigate({ href: safePath(next) });
  }
  return (
    <div className="sign-in">
      <SignInSwitches />
      <main className="sign-in-card">
        <span className="shell-mark sign-in-mark">
          <Icon name="relance" />
        </span>
        <h1>{t('shell.sign-in.title')}</h1>
        <p>{t('shell.sign-in.text')}</p>
        {reason === 'expired' && !refusal && <Banner tone="info" title={t('shell.sign-in.expired')} />}
        {reason === 'link-used' && !refusal && <Banner tone="warn" title={t('shell.sign-in.link-used')} />}
        {refusal && <Banner tone="danger" title={t(refusal)} />}
        <form onSubmit={(event) => void submit(event)}>
          <Field label={t('shell.sign-in.email')}>
            <TextInput type="email" name="email" autoComplete="username" required value={email} onChange={setEmail} />
          </Field>
          <Field label={t('shell.sign-in.password')}>
            <TextInput
              type={shown ? 'text' : 'password'}
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={setPassword}
              after={
                <IconButton
                  icon={shown ? 'eye-off' : 'eye'}
                  size="xs"
                  label={t('shell.sign-in.show-password')}
                  pressed={shown}
                  onClick={() => setShown(!shown)}
                />
              }
            />
          </Field>
          <Button type="submit" variant="primary" busy={busy}>
            {t('shell.sign-in.act')}
          </Button>
        </form>
      </main>
    </div>
  );
}

function SignInSwitches() {
  const { t, language } = useI18n();
  const dark = isDark(useTheme());
  return (
    <header className="sign-in-switches">
      <Segmented
        label={t('shell.language')}
        value={language}
        onChange={(next) => void changeLanguage(next)}
        segments={languages.map((each) => ({
          value: each,
          label: each.toUpperCase(),
          title: t(`shell.language.${each}`),
        }))}
      />
      <IconButton
        icon={dark ? 'sun' : 'moon'}
        label={dark ? t('shell.theme.light') : t('shell.theme.dark')}
        onClick={() => setTheme(dark ? 'light' : 'dark')}
      />
    </header>
  );
}

// Only a path of this application: an address from outside may not choose where a sign-in leads.
function safePath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
