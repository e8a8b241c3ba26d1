import { z } from 'zod';
import type { Field } from './field.ts';

export type Fields = Record<string, Field>;
export type ConfigShape<Form extends Fields> = { [Name in keyof Form]: Form[Name]['schema'] };

/** The strict schema of a config with these fields: unknown members are refused. */
export function configSchema<Form extends Fields>(fields: Form): z.ZodObject<ConfigShape<Form>, z.core.$strict> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]));
  return z.strictObject(shape as ConfigShape<Form>);
}

/** The config of a node that was just drawn. */
export function initialConfig(fields: Fields): Record<string, unknown> {
  const members = Object.entries(fields).map(([name, { initial }]) => [name, initial] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
