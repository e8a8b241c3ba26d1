export * from './blocks/index.ts';
export * from './check-message.ts';
export * from './formatter.ts';
export type { InvoiceLine, MessageContext } from './message-context.ts';
export * from './render.ts';
export type { Template, TemplateText } from './template.ts';
export * from './templates.ts';
export * from './variables.ts';
