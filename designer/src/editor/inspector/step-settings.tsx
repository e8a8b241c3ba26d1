import { nodeDefinition } from '@relance/workflows/nodes';
import { useEffect, useRef } from 'react';
import { FieldInput } from '../../fields/field-input.tsx';
import { FieldSceneContext } from '../../fields/field-scene.ts';
import { useI18n } from '../../i18n/index.ts';
import { Field, Icon, IconButton, Kbd, Menu, TextInput, Tile } from '../../ui/index.ts';
import { useDayRange } from '../canvas/use-day-range.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { OutcomeList } from './outcome-list.tsx';
import { useFieldFocus } from './use-field-focus.ts';
import { useScene } from './use-scene.ts';

/** The settings of one step: its name, the fields of its type, and where its outcomes lead. */
export function StepSettings({ id }: { id: string }) {
  const { t, language } = useI18n();
  const acts = useActs();
  const node = useEditor((state) => nodeOf(state, id));
  const renaming = useEditor((state) => state.renaming);
  const days = useDayRange(id);
  const scene = useScene(id);
  const body = useRef<HTMLDivElement>(null);
  const name = useRef<HTMLDivElement>(null);
  useFieldFocus(id, body);
  useEffect(() => {
    if (!renaming) return;
    const input = name.current?.querySelector('input');
    input?.focus();
    input?.select();
    acts.rename(false);
  }, [renaming, acts]);
  if (node === undefined) return null;
  const look = stepLook(node, language);
  const definition = nodeDefinition(node.type);
  const stray = scene.findingUnder([]);
  const set = (member: string, value: unknown) => {
    const { [member]: _before, ...others } = node.config;
    const config = value === undefined ? others : { ...node.config, [member]: value };
    acts.edit({ kind: 'set-config', nodeId: id, config }, `config ${id} ${member}`);
  };
  return (
    <FieldSceneContext value={scene}>
      <header className="ed-inspector-head">
        <Tile phase={look.phase} icon={look.icon} />
        <div className="ed-inspector-title">
          <h2 className="ed-cut">{node.label.trim() === '' ? look.typeName : node.label}</h2>
          <p>{days === null ? look.typeName : t('editor.reached', { type: look.typeName, days })}</p>
        </div>
        <Menu
          label={t('common.more')}
          trigger={<IconButton icon="more" size="sm" label={t('common.more')} />}
          items={[
            { label: t('editor.duplicate'), icon: 'copy', keys: 'd', onSelect: acts.duplicate },
            {
              label: t('common.delete'),
              icon: 'trash',
              keys: t('editor.key-delete'),
              danger: true,
              onSelect: acts.remove,
            },
          ]}
        />
      </header>
      <div ref={body} className="ed-inspector-body">
        <div ref={name}>
          <Field label={t('editor.step-name')} aside={<Kbd keys="F2" />}>
            <TextInput
              value={node.label}
              maxLength={200}
              placeholder={look.typeName}
              onChange={(label) => acts.edit({ kind: 'rename-node', nodeId: id, label }, `name ${id}`)}
            />
          </Field>
        </div>
        {definition === undefined ? (
          <p className="ed-inspector-note">{t('editor.unknown-type', { type: node.type })}</p>
        ) : (
          Object.entries(definition.fields).map(([member, { description, absent }]) => (
            <div key={member} data-field={member} className={`ed-field is-${description.kind}`}>
              <FieldInput
                name={member}
                description={description}
                // What may be left out is shown as what it then is.
                value={node.config[member] ?? absent}
                onChange={(value) => set(member, value)}
              />
            </div>
          ))
        )}
        {stray && (
          <p className="fd-error">
            <Icon name="warn" size={12} />
            {stray}
          </p>
        )}
        <OutcomeList id={id} />
      </div>
    </FieldSceneContext>
  );
}
