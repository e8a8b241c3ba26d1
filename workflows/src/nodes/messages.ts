import type { Catalogue } from '../messages/text.ts';
export const NODE_MESSAGES: Catalogue = {};
