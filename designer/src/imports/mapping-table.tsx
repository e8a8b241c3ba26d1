import { useI18n } from '../i18n/index.ts';
import { cx, Select } from '../ui/index.ts';
import { importFields, type ImportKind } from './import-fields.ts';
import { useImportWords } from './use-import-words.ts';

type MappingTableProps = {
  kind: ImportKind;
  headings: readonly string[];
  sample: readonly (readonly string[])[];
  mapping: Record<string, string>;
  onChange: (heading: string, field: string) => void;
};

const rowsShown = 5;

/** The first lines of the file under what each column stands for. */
export function MappingTable({ kind, headings, sample, mapping, onChange }: MappingTableProps) {
  const { t } = useI18n();
  const words = useImportWords();
  const taken = new Set(Object.values(mapping));
  const options = (heading: string) => [
    { value: '', label: t('imports.left-out') },
    ...importFields[kind].map((field) => ({
      value: field as string,
      label: words.field(field),
      disabled: taken.has(field) && mapping[heading] !== field,
    })),
  ];
  return (
    <div className="import-table" role="group" aria-label={t('imports.columns')}>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={cx(!mapping[heading] && 'is-left-out')}>
                <span>{heading}</span>
                <Select
                  label={t('imports.column-is', { heading })}
                  value={mapping[heading] ?? ''}
                  onChange={(field) => onChange(heading, field)}
                  options={options(heading)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, rowsShown).map((row, line) => (
            <tr key={line}>
              {headings.map((heading, column) => (
                <td key={heading} className={cx(!mapping[heading] && 'is-left-out')}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
