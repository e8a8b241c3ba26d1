import { useI18n } from '../i18n/index.ts';
import { Select } from '../ui/index.ts';
import type { RuleTarget, ScenarioOption } from './rule.ts';

type RuleTargetInputProps = {
  label: string;
  value: RuleTarget;
  scenarios: readonly ScenarioOption[];
  disabled: boolean;
  onChange: (target: RuleTarget) => void;
};

/** Where the invoices of a line go: a published scenario, nowhere, or to nobody ever. */
export function RuleTargetInput({ label, value, scenarios, disabled, onChange }: RuleTargetInputProps) {
  const { t } = useI18n();
  const options = [
    ...scenarios.map(({ id, name, published }) => ({
      value: id,
      label: name,
      icon: 'scenario' as const,
      disabled: !published,
      detail: published ? undefined : t('assignment.unpublished'),
    })),
    { value: 'never-contact', label: t('assignment.never-contact'), icon: 'stop' as const },
    { value: 'none', label: t('assignment.none'), icon: 'minus' as const },
  ];
  return (
    <Select
      label={label}
      className="as-target"
      disabled={disabled}
      value={value.kind === 'scenario' ? value.scenarioId : value.kind}
      options={options}
      onChange={(chosen) =>
        onChange(
          chosen === 'never-contact' || chosen === 'none' ? { kind: chosen } : { kind: 'scenario', scenarioId: chosen },
        )
      }
    />
  );
}
