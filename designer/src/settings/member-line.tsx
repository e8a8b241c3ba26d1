import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { Avatar, ConfirmDialog, IconButton, toast } from '../ui/index.ts';
import { RoleSelect } from './role-select.tsx';

type Member = Outputs['members']['list']['items'][number];

/** One person: another role at once, or the place taken away. */
export function MemberLine({ member }: { member: Member }) {
  const { t } = useI18n();
  const { user } = useSession();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const { userId, name, email, role } = member;
  const onError = (error: unknown) => {
    setLeaving(false);
    toast(problemText(error), { tone: 'danger' });
  };
  const said = (text: string) => async (members: Outputs['members']['list']) => {
    toast(text);
    setLeaving(false);
    queryClient.setQueryData(trpc.members.list.queryKey(), members);
    await queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() });
  };
  const change = useMutation(
    trpc.members.setRole.mutationOptions({ onSuccess: said(t('organisation.team.role-changed', { name })), onError }),
  );
  const remove = useMutation(
    trpc.members.remove.mutationOptions({ onSuccess: said(t('organisation.team.removed', { name })), onError }),
  );
  return (
    <li>
      <Avatar name={name} me={userId === user.id} size={26} />
      <span className="org-list-main">
        {name} {userId === user.id && <span className="text-text-3">({t('organisation.team.you')})</span>}
        <small>{email}</small>
      </span>
      <RoleSelect
        label={t('organisation.team.role-of', { name })}
        value={role}
        onChange={(next) => next !== role && change.mutate({ userId, role: next })}
      />
      <IconButton
        icon="trash"
        size="sm"
        label={t('organisation.team.remove', { name })}
        onClick={() => setLeaving(true)}
      />
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t('organisation.team.remove-title', { name })}
        description={t('organisation.team.remove-text')}
        act={t('organisation.team.remove-act')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ userId })}
      />
    </li>
  );
}
