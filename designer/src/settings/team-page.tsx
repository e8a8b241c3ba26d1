import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { InvitationLines } from './invitation-lines.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberLine } from './member-line.tsx';
import { QueryCard } from './query-card.tsx';
import { SettingsFrame } from './settings-frame.tsx';

/** Who works here, as what, and who is invited. */
export function TeamPage() {
  const { t } = useI18n();
  const members = useQuery(trpc.members.list.queryOptions());
  const invitations = useQuery(trpc.invitations.list.queryOptions());
  const [inviting, setInviting] = useState(false);
  return (
    <SettingsFrame
      actions={
        <Button icon="plus" onClick={() => setInviting(true)}>
          {t('organisation.team.invite')}
        </Button>
      }
    >
      <QueryCard title={t('organisation.team.members')} query={members}>
        {({ items }) => (
          <ul className="org-list">
            {items.map((each) => (
              <MemberLine key={each.userId} member={each} />
            ))}
          </ul>
        )}
      </QueryCard>
      <QueryCard title={t('organisation.team.invited')} query={invitations}>
        {({ items }) => <InvitationLines items={items} />}
      </QueryCard>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </SettingsFrame>
  );
}
