import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { Banner, Button, Field, Select, TextInput, toast } from '../ui/index.ts';
import { MailTest } from './mail-test.tsx';

type Server = NonNullable<Outputs['organisation']['mailServer']['server']>;
type Security = Server['security'];

const PORTS: Record<Security, string> = { starttls: '587', tls: '465', none: '25' };
const SECURITIES: readonly Security[] = ['starttls', 'tls', 'none'];

/** The organisation's own way out for mail, and a test of it. The kept password is never shown. */
export function MailServerForm({ server }: { server: Server | null }) {
  const { t, f } = useI18n();
  const { organisation } = useSession();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [host, setHost] = useState(server?.host ?? '');
  const [port, setPort] = useState(String(server?.port ?? PORTS.starttls));
  const [security, setSecurity] = useState<Security>(server?.security ?? 'starttls');
  const [username, setUsername] = useState(server?.username ?? '');
  const [password, setPassword] = useState('');
  const said = (text: string) => (data: Outputs['organisation']['mailServer']) => {
    toast(text);
    setPassword('');
    queryClient.setQueryData(trpc.organisation.mailServer.queryKey(), data);
  };
  const save = useMutation(
    trpc.organisation.setMailServer.mutationOptions({ onSuccess: said(t('organisation.server.saved')) }),
  );
  const remove = useMutation(
    trpc.organisation.removeMailServer.mutationOptions({ onSuccess: said(t('organisation.server.removed')) }),
  );
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  const portWrong = number < 1 || number > 65_535;
  const lack = portWrong
    ? t('organisation.server.port-wrong')
    : host.trim() === ''
      ? t('organisation.server.host')
      : undefined;
  const error = save.error ?? remove.error;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (lack) return;
    save.mutate({
      host: host.trim(),
      port: number,
      security,
      username: username.trim() || null,
      ...(password !== '' ? { password } : username.trim() === '' && { password: null }),
    });
  }
  return (
    <form className="org-form" onSubmit={submit}>
      <p className="text-text-2">
        {t(organisation.sandbox ? 'organisation.server.sandbox' : 'organisation.server.text')}
      </p>
      {error && <Banner tone="danger" title={problemText(error)} />}
      <div className="org-columns">
        <Field label={t('organisation.server.host')}>
          <TextInput value={host} onChange={setHost} maxLength={253} placeholder="smtp.example.com" />
        </Field>
        <Field label={t('organisation.server.security')}>
          <Select
            value={security}
            options={SECURITIES.map((value) => ({ value, label: t(`organisation.server.security.${value}`) }))}
            onChange={(value) => {
              setSecurity(value);
              setPort(PORTS[value]);
            }}
          />
        </Field>
        <Field
          label={t('organisation.server.port')}
          error={portWrong ? t('organisation.server.port-wrong') : undefined}
        >
          <TextInput inputMode="numeric" value={port} onChange={setPort} maxLength={5} />
        </Field>
        <Field label={t('organisation.server.username')} aside={t('common.optional')}>
          <TextInput value={username} onChange={setUsername} maxLength={320} autoComplete="off" />
        </Field>
        <Field
          label={t('organisation.server.password')}
          hint={server?.hasPassword && t('organisation.server.password-kept')}
        >
          <TextInput type="password" value={password} onChange={setPassword} autoComplete="new-password" />
        </Field>
      </div>
      <div className="org-acts">
        <Button type="submit" variant="primary" busy={save.isPending} disabledReason={lack}>
          {t('common.save')}
        </Button>
        {server && (
          <>
            <Button icon="trash" busy={remove.isPending} onClick={() => remove.mutate({})}>
              {t('organisation.server.remove')}
            </Button>
            <span className="text-text-3">
              {server.testedAt
                ? t('organisation.server.tested', { date: f.clock(server.testedAt) })
                : t('organisation.server.untested')}
            </span>
          </>
        )}
      </div>
      <MailTest />
    </form>
  );
}
