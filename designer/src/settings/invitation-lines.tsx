import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { EmptyState, IconButton, toast } from '../ui/index.ts';

type Invitation = Outputs['invitations']['list']['items'][number];

/** Places offered and not taken yet. */
export function InvitationLines({ items }: { items: readonly Invitation[] }) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({
      onSuccess: async () => {
        toast(t('organisation.team.revoked'));
        await queryClient.invalidateQueries({ queryKey: trpc.invitations.list.queryKey() });
      },
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
  if (items.length === 0) return <EmptyState icon="mail" text={t('organisation.team.no-invitation')} />;
  return (
    <ul className="org-list">
      {items.map(({ id, name, email, role, expiresAt, expired, mail }) => (
        <li key={id}>
          <span className="org-list-main">
            {name}
            <small>
              {[
                email,
                t(`shell.role.${role}`),
                expired
                  ? t('organisation.team.expired')
                  : t('organisation.team.until', { date: f.date(expiresAt, 'weekdayYear') }),
                mail && t(`organisation.team.mail.${mail}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          <IconButton
            icon="trash"
            size="sm"
            label={t('organisation.team.revoke', { name })}
            onClick={() => revoke.mutate({ id })}
          />
        </li>
      ))}
    </ul>
  );
}
