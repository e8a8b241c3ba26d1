import { type RefObject, useEffect } from 'react';
import { useEditor } from '../store/use-editor.ts';

/** Shows the field that a finding names: scrolls to it and puts the cursor there. */
export function useFieldFocus(id: string, body: RefObject<HTMLElement | null>): void {
  const focus = useEditor((state) => (state.focus?.nodeId === id ? state.focus : null));
  useEffect(() => {
    const [member, ...inside] = focus?.path ?? [];
    if (member === undefined) return;
    const field = body.current?.querySelector(`[data-field="${CSS.escape(String(member))}"]`);
    const part = inside.map((each) => field?.querySelector(`[data-part="${CSS.escape(String(each))}"]`)).find(Boolean);
    const target = part ?? field;
    target?.scrollIntoView({ block: 'nearest' });
    target?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
  }, [focus, body]);
}
