import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Select } from '../ui/index.ts';

export type Role = Outputs['session']['me']['role'];

const ROLES: readonly Role[] = ['manager', 'collector', 'admin', 'legal', 'sales', 'agency'];

/** A role with what it may do. */
export function RoleSelect({
  value,
  onChange,
  label,
}: {
  value: Role;
  onChange: (role: Role) => void;
  label?: string;
}) {
  const { t } = useI18n();
  return (
    <Select
      {...(label && { label })}
      className="org-role"
      value={value}
      onChange={onChange}
      options={ROLES.map((role) => ({
        value: role,
        label: t(`shell.role.${role}`),
        detail: t(`organisation.team.may.${role}`),
      }))}
    />
  );
}
