import type { MessageContext } from '../message-context.ts';

export const entityName = ({ entity }: MessageContext): string => entity.name.trim();
