import { type FieldOption, PLAIN_ANCHORS } from '@relance/workflows/fields';
import { say } from '@relance/workflows/messages';
import { useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import { Example } from './example.tsx';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

/** From when a wait counts: a date of the invoice, an instant of the follow-up, or a date that a step before it gives. */
export function AnchorInput({
  path,
  label,
  hint,
  value,
  onChange,
  options,
}: InputProps & { options: readonly FieldOption[] }) {
  const { language, t } = useI18n();
  const { anchors, findingUnder, exampleOf } = useFieldScene();
  const plain = options
    .filter(({ id }) => PLAIN_ANCHORS.some((anchor) => anchor === id))
    .map(({ id, label: key }) => ({ value: id, label: say({ key }, language) }));
  const given = anchors.map((anchor) => ({ value: JSON.stringify(anchor.value), label: anchor.label }));
  const chosen = typeof value === 'string' ? value : value === undefined ? null : JSON.stringify(value);
  const known = [...plain, ...given];
  const gone = chosen !== null && !known.some((option) => option.value === chosen);
  function choose(picked: string) {
    onChange(anchors.find((anchor) => JSON.stringify(anchor.value) === picked)?.value ?? picked);
  }
  return (
    <div className="fd-stack">
      <Field label={label} hint={hint} error={findingUnder(path)}>
        <Select
          value={chosen}
          placeholder={t('editor.choose')}
          options={gone ? [...known, { value: chosen, label: t('editor.anchor-gone') }] : known}
          onChange={choose}
        />
      </Field>
      <Example text={exampleOf(String(path[0]))} />
    </div>
  );
}
