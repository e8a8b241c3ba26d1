import './fields.css';
import type { FieldDescription } from '@relance/workflows/fields';
import { say } from '@relance/workflows/messages';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { AnchorInput } from './anchor-input.tsx';
import { BooleanInput } from './boolean-input.tsx';
import { BranchesInput } from './branches-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { DelayInput } from './delay-input.tsx';
import type { InputProps } from './input-props.ts';
import { MoneyInput } from './money-input.tsx';
import { MultiChoiceInput } from './multi-choice-input.tsx';
import { NumberInput } from './number-input.tsx';
import { OutcomesInput } from './outcomes-input.tsx';
import { LineInput, LongTextInput } from './text-inputs.tsx';
import { ScriptInput, TemplateInput } from './text-choice-inputs.tsx';
import { TimeInput } from './time-input.tsx';

interface FieldInputProps {
  name: string;
  description: FieldDescription;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** The input of one member of a config, drawn from its description: a new node type needs no form of its own. */
export function FieldInput({ name, description, value, onChange }: FieldInputProps): ReactNode {
  const { language } = useI18n();
  const props: InputProps = {
    path: [name],
    label: say({ key: description.label }, language),
    hint: description.hint === null ? undefined : say({ key: description.hint }, language),
    required: description.required,
    value,
    onChange,
  };
  switch (description.kind) {
    case 'text':
      return <LineInput {...props} maxLength={description.maxLength} />;
    case 'long-text':
      return <LongTextInput {...props} maxLength={description.maxLength} />;
    case 'number':
      return <NumberInput {...props} min={description.min} max={description.max} />;
    case 'delay':
      return <DelayInput {...props} units={description.units} max={description.max} />;
    case 'choice':
      return <ChoiceInput {...props} options={description.options} />;
    case 'multi-choice':
      return <MultiChoiceInput {...props} options={description.options} least={description.least} />;
    case 'anchor':
      return <AnchorInput {...props} options={description.options} />;
    case 'branches':
      return (
        <BranchesInput
          {...props}
          most={description.most}
          operators={description.operators}
          withConditions={description.withConditions}
        />
      );
    case 'outcomes':
      return (
        <OutcomesInput
          {...props}
          most={description.most}
          mostFields={description.mostFields}
          fieldTypes={description.fieldTypes}
        />
      );
    case 'template':
      return <TemplateInput {...props} />;
    case 'script':
      return <ScriptInput {...props} />;
    case 'time':
      return <TimeInput {...props} />;
    case 'boolean':
      return <BooleanInput {...props} />;
    case 'money':
      return <MoneyInput {...props} />;
    default:
      return description satisfies never;
  }
}
