import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isEmailAddress } from '@relance/workflows/identity';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, Dialog, Field, TextInput, toast } from '../ui/index.ts';
import { RoleSelect, type Role } from './role-select.tsx';

/** Asks whom to invite as what, then shows the link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('collector');
  const create = useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.invitations.list.queryKey() }),
    }),
  );
  if (create.data) return <LinkDialog name={name} link={create.data.link} onClose={onClose} />;
  const wrong = email.trim() !== '' && !isEmailAddress(email.trim());
  const lack =
    name.trim() === ''
      ? t('organisation.team.name')
      : wrong || email.trim() === ''
        ? t('organisation.entity.email-wrong')
        : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('organisation.team.invite-title')}
      description={t('organisation.team.invite-text')}
      act={{
        label: t('organisation.team.invite'),
        busy: create.isPending,
        disabledReason: lack,
        run: () => create.mutate({ name: name.trim(), email: email.trim(), role }),
      }}
    >
      {create.error && <Banner tone="danger" title={problemText(create.error)} />}
      <Field label={t('organisation.team.name')}>
        <TextInput value={name} onChange={setName} maxLength={200} data-autofocus />
      </Field>
      <Field label={t('organisation.team.email')} error={wrong ? t('organisation.entity.email-wrong') : undefined}>
        <TextInput type="email" value={email} onChange={setEmail} maxLength={254} />
      </Field>
      <Field label={t('organisation.team.role')} hint={t(`organisation.team.may.${role}`)}>
        <RoleSelect value={role} onChange={setRole} />
      </Field>
    </Dialog>
  );
}

function LinkDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  const { t } = useI18n();
  async function copy() {
    await navigator.clipboard.writeText(link);
    toast(t('common.copied'));
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('organisation.team.link-title', { name })}
      description={t('organisation.team.link-text')}
    >
      <Field label={t('organisation.team.link')}>
        <TextInput value={link} onChange={() => undefined} readOnly onFocus={(event) => event.target.select()} />
      </Field>
      <Button icon="copy" variant="primary" onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </Dialog>
  );
}
