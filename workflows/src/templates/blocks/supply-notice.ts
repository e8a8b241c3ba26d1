import type { MessageContext } from '../message-context.ts';

/** Empty until a credit-hold policy exists: a suspension that nobody decided may not be announced. */
export function supplyNotice(_context: MessageContext): string {
  return '';
}
