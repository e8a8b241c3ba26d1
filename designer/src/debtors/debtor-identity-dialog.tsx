import { isSiren, isVatNumber } from '@relance/workflows/identity';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Inputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, Select, TextInput, toast } from '../ui/index.ts';
import type { DebtorSheet } from './debtor.ts';

const KINDS = ['business', 'public', 'consumer', 'unknown'] as const;
const CHECKED = ['siren', 'vatNumber', 'country'] as const;
const TEXTS = [...CHECKED, 'segment'] as const;
const CHECKS = { siren: isSiren, vatNumber: isVatNumber, country: (code: string) => /^[a-z]{2}$/i.test(code) };

type Typed = Pick<DebtorSheet, 'name' | 'kind' | 'language' | 'owner'> & Record<(typeof TEXTS)[number], string>;

/** Who a debtor is: what decides on the law, the language and the person in charge. */
export function DebtorIdentityDialog({ it, onClose }: { it: DebtorSheet; onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const members = useQuery(trpc.members.list.queryOptions(undefined, { staleTime: 300_000 })).data?.items;
  const [typed, setTyped] = useState<Typed>(() => ({
    name: it.name,
    kind: it.kind,
    language: it.language,
    owner: it.owner,
    siren: it.siren ?? '',
    vatNumber: it.vatNumber ?? '',
    country: it.country ?? '',
    segment: it.segment ?? '',
  }));
  const give = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const wrong = CHECKED.filter((name) => typed[name].trim() !== '' && !CHECKS[name](typed[name].trim()));
  const update = useMutation(
    trpc.debtors.update.mutationOptions({
      onSuccess: async () => {
        toast(t('common.saved'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.debtors.pathKey() });
      },
    }),
  );
  const wrongOf = (name: string) => {
    const found = wrong.find((each) => each === name);
    return found && t(`debtors.field.${found}-wrong`);
  };
  const [first] = wrong;
  const lack = typed.name.trim() === '' ? t('debtors.needs-name') : first && t(`debtors.field.${first}-wrong`);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('debtors.act.identity')}
      size="md"
      act={{
        label: t('common.save'),
        busy: update.isPending,
        disabledReason: lack,
        run: () => update.mutate(changeOf(it, typed)),
      }}
    >
      <Field label={t('debtors.column.name')}>
        <TextInput value={typed.name} onChange={(name) => give({ name })} maxLength={500} />
      </Field>
      <Field label={t('debtors.column.kind')}>
        <Select
          value={typed.kind}
          onChange={(kind) => give({ kind })}
          options={KINDS.map((value) => ({ value, label: t(`debtors.kind.${value}`) }))}
        />
      </Field>
      {TEXTS.map((name) => (
        <Field
          key={name}
          label={t(`debtors.field.${name}`)}
          hint={t(`debtors.field.${name}-hint`)}
          error={wrongOf(name)}
        >
          <TextInput value={typed[name]} onChange={(text) => give({ [name]: text })} maxLength={100} />
        </Field>
      ))}
      <Field label={t('debtors.field.language')}>
        <Select
          value={typed.language ?? ''}
          onChange={(value) => give({ language: value === '' ? null : value })}
          options={[
            { value: '', label: t('debtors.language.own') },
            { value: 'fr', label: t('shell.language.fr') },
            { value: 'en', label: t('shell.language.en') },
          ]}
        />
      </Field>
      <Field label={t('debtors.owner')}>
        <Select
          value={typed.owner ?? ''}
          onChange={(owner) => give({ owner: owner === '' ? null : owner })}
          options={[
            { value: '', label: t('common.none') },
            ...(members ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
      </Field>
      {update.error && <Banner tone="danger" title={problemText(update.error)} />}
    </Dialog>
  );
}

/** Only what has been changed is sent: what an import wrote meanwhile stays. */
function changeOf(it: DebtorSheet, typed: Typed): Inputs['debtors']['update'] {
  const change: Inputs['debtors']['update'] = { id: it.id };
  if (typed.name.trim() !== it.name) change.name = typed.name.trim();
  if (typed.kind !== it.kind) change.kind = typed.kind;
  if (typed.language !== it.language) change.language = typed.language;
  if (typed.owner !== it.owner) change.owner = typed.owner;
  for (const name of TEXTS) {
    const value = typed[name].trim() || null;
    if (value !== it[name]) change[name] = value;
  }
  return change;
}
