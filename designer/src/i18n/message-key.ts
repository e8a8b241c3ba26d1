import type { catalogue } from './catalogue/index.ts';

type Catalogue = typeof catalogue;
type Area = keyof Catalogue;
type Written<A extends Area> = keyof Catalogue[A]['fr'] & string;
type Stem<Key extends string> = Key extends `${infer S}_one` | `${infer S}_other` ? S : Key;

/** `area.key`; a plural is named by its stem (`tasks_one` and `tasks_other` are `tasks`). */
export type MessageKey = { [A in Area]: `${A}.${Stem<Written<A>>}` }[Area];

type Text<Key extends MessageKey> = Key extends `${infer A extends Area}.${infer K}`
  ? K extends Written<A>
    ? Catalogue[A]['fr'][K]
    : `${K}_other` extends Written<A>
      ? Catalogue[A]['fr'][`${K}_other`]
      : never
  : never;

type IsPlural<Key extends MessageKey> = Key extends `${infer A extends Area}.${infer K}`
  ? `${K}_other` extends Written<A>
    ? true
    : false
  : false;

type Slot<S> = S extends `${string}{{${infer Inner}}}${infer Rest}` ? Name<Inner> | Slot<Rest> : never;
type Name<Inner extends string> = Inner extends `${infer N},${string}` ? Trim<N> : Trim<Inner>;
type Trim<S extends string> = S extends ` ${infer R}` | `${infer R} ` ? Trim<R> : S;

type Values<Key extends MessageKey> = {
  [N in Exclude<Slot<Text<Key>>, 'count'>]: string | number;
} & (IsPlural<Key> extends false ? ('count' extends Slot<Text<Key>> ? { count: number } : unknown) : { count: number });

/** What a text needs besides its key: nothing, or the values of its slots. */
export type MessageArguments<Key extends MessageKey> = [Slot<Text<Key>>] extends [never]
  ? IsPlural<Key> extends false
    ? []
    : [values: { count: number }]
  : [values: Values<Key>];
