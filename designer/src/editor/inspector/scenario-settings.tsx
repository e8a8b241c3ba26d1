import { say } from '@relance/workflows/messages';
import type { Settings } from '@relance/workflows/scenario';
import { useI18n } from '../../i18n/index.ts';
import { Field, Select, TextInput, Tile } from '../../ui/index.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { ScenarioName } from './scenario-name.tsx';
import { CALENDARS, CURRENCIES, timeZones } from './setting-choices.ts';

/** What holds for the whole scenario: shown while no step is selected. */
export function ScenarioSettings() {
  const { t, language } = useI18n();
  const acts = useActs();
  const settings = useEditor((state) => state.graph.settings);
  const steps = useEditor((state) => state.graph.nodes.length);
  const findings = useEditor((state) => state.findings);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const currencies = new Intl.DisplayNames([language], { type: 'currency' });
  const set = (change: Partial<Settings>) =>
    acts.edit({ kind: 'set-settings', settings: { ...settings, ...change } }, `settings ${Object.keys(change).join()}`);
  const errorAt = (member: keyof Settings): string | undefined => {
    const found = findings.find(({ nodeId, path }) => nodeId === undefined && path?.includes(member));
    return found && say(found.message, language);
  };
  return (
    <>
      <header className="ed-inspector-head">
        <Tile phase="logic" icon="scenario" />
        <div className="ed-inspector-title">
          <h2>{t('editor.scenario')}</h2>
          <p>{t('editor.step-count', { count: steps })}</p>
        </div>
      </header>
      <div className="ed-inspector-body">
        <ScenarioName />
        <Field label={t('editor.currency')} error={errorAt('currency')}>
          <Select
            value={settings.currency}
            options={withOwn(CURRENCIES, settings.currency).map((code) => ({
              value: code,
              label: `${code} · ${currencies.of(code) ?? code}`,
            }))}
            onChange={(currency) => set({ currency })}
          />
        </Field>
        <Field label={t('editor.calendar')} hint={t('editor.calendar-hint')} error={errorAt('calendar')}>
          <Select
            value={settings.calendar}
            options={withOwn(CALENDARS, settings.calendar).map((code) => ({
              value: code,
              label: countries.of(code.slice(0, 2)) ?? code,
              detail: code.length > 2 ? code : undefined,
            }))}
            onChange={(calendar) => set({ calendar })}
          />
        </Field>
        <Field label={t('editor.time-zone')} hint={t('editor.time-zone-hint')} error={errorAt('timeZone')}>
          <Select
            value={settings.timeZone}
            options={withOwn(timeZones(), settings.timeZone).map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            onChange={(timeZone) => set({ timeZone })}
          />
        </Field>
        <Field
          label={t('editor.minimum-distance')}
          hint={t('editor.minimum-distance-hint')}
          error={errorAt('minimumDistanceDays')}
        >
          <TextInput
            inputMode="numeric"
            value={String(settings.minimumDistanceDays)}
            after={
              <span className="ui-input-unit">{t('common.unit.day', { count: settings.minimumDistanceDays })}</span>
            }
            onChange={(text) => set({ minimumDistanceDays: Math.min(365, Number(text.replaceAll(/\D/g, ''))) })}
          />
        </Field>
        <p className="ed-inspector-note">{t('editor.nothing-selected')}</p>
      </div>
    </>
  );
}

const withOwn = (offered: readonly string[], own: string): readonly string[] =>
  offered.includes(own) ? offered : [own, ...offered];
