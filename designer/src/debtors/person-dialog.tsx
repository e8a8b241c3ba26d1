import { isEmailAddress } from '@relance/workflows/identity';
import { say } from '@relance/workflows/messages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, Select, TextInput, toast } from '../ui/index.ts';
import type { DebtorPerson } from './debtor.ts';

/** What a person at a debtor's is asked for; scenarios choose their recipients by it. */
const ROLES: readonly string[] = ['billing', 'accounting', 'purchasing', 'management'];

type PersonDialogProps = { debtorId: string; person: DebtorPerson | null; onClose: () => void };

/** Somebody to write to or to call at a debtor's: a new person, or one that is known. */
export function PersonDialog({ debtorId, person, onClose }: PersonDialogProps) {
  const { t, language } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState({
    name: person?.name ?? '',
    role: person?.role ?? 'billing',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
  });
  const give = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const onSuccess = async () => {
    toast(t('common.saved'));
    onClose();
    await queryClient.invalidateQueries({ queryKey: trpc.debtors.pathKey() });
  };
  const add = useMutation(trpc.debtors.addPerson.mutationOptions({ onSuccess }));
  const change = useMutation(trpc.debtors.updatePerson.mutationOptions({ onSuccess }));
  const fields = {
    id: debtorId,
    name: typed.name.trim(),
    role: typed.role,
    email: typed.email.trim() || null,
    phone: typed.phone.trim() || null,
  };
  const roles = ROLES.includes(typed.role) ? ROLES : [...ROLES, typed.role];
  const wrong = fields.email !== null && !isEmailAddress(fields.email);
  const error = add.error ?? change.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(person ? 'debtors.person.change' : 'debtors.person.add')}
      act={{
        label: t('common.save'),
        busy: add.isPending || change.isPending,
        disabledReason: wrong
          ? t('debtors.person.email-wrong')
          : fields.email === null && fields.phone === null && fields.name === ''
            ? t('debtors.person.needs')
            : undefined,
        run: () => (person ? change.mutate({ ...fields, personId: person.id }) : add.mutate(fields)),
      }}
    >
      <Field label={t('debtors.person.name')}>
        <TextInput value={typed.name} onChange={(name) => give({ name })} maxLength={200} />
      </Field>
      <Field label={t('debtors.person.email')} error={wrong ? t('debtors.person.email-wrong') : undefined}>
        <TextInput value={typed.email} onChange={(email) => give({ email })} maxLength={254} inputMode="email" />
      </Field>
      <Field label={t('debtors.person.phone')}>
        <TextInput value={typed.phone} onChange={(phone) => give({ phone })} maxLength={50} inputMode="tel" />
      </Field>
      <Field label={t('debtors.person.role')}>
        <Select
          value={typed.role}
          onChange={(role) => give({ role })}
          options={roles.map((value) => ({
            value,
            label: ROLES.includes(value) ? say({ key: `recipient.${value}` }, language) : value,
          }))}
        />
      </Field>
      {error && <Banner tone="danger" title={problemText(error)} />}
    </Dialog>
  );
}
