import type { Path } from '@relance/workflows/lint';

/** What every input of a form gets. Values come as they were stored, which may be anything. */
export interface InputProps {
  /** Where the value stands in the config. */
  path: Path;
  label: string;
  hint: string | undefined;
  required: boolean;
  value: unknown;
  /** Undefined leaves the member out. */
  onChange: (value: unknown) => void;
}
