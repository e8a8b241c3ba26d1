import type { z } from 'zod';
import type { FormField } from '../engine/command.ts';
import { type ConfigShape, configSchema, type Fields } from '../fields/form.ts';
import type { NodeLint } from '../lint/finding.ts';
import type { KnownTexts } from '../lint/known-texts.ts';
import type { Text } from '../messages/text.ts';

export type Phase = 'prevent' | 'remind' | 'talk' | 'agree' | 'escalate' | 'handoff' | 'close' | 'logic';

/** An outcome that a node type always has; `onlyWith` names the config member that must be true for it to exist. */
export interface OutcomeDefinition {
  id: string;
  label: string;
  onlyWith?: string;
}

type Schema<Form extends Fields> = z.ZodObject<ConfigShape<Form>, z.core.$strict>;

export interface NodeSketch<Type extends string, Form extends Fields, Compiled> {
  type: Type;
  phase: Phase;
  /** Name of a lucide icon. */
  icon: string;
  fields: Form;
  outcomes: OutcomeDefinition[];
  /** JSON pointer to the config member whose items `{ id, label }` are outcomes, before the fixed ones. */
  outcomesFrom?: string;
  /** Whether a case that passes here cannot come back at once, so that a cycle may lead through it. */
  pauses?: (config: z.output<Schema<Form>>) => boolean;
  /** A human being works here: it pauses whatever its config. */
  isHumanTask?: true;
  /** The template of the message that leaves here. */
  template?: (config: z.output<Schema<Form>>) => string;
  example: z.input<Schema<Form>>;
  summary(config: z.output<Schema<Form>>): Text;
  compile(config: z.output<Schema<Form>>, texts: KnownTexts): Compiled;
  /** Form fields whose answers other nodes may read as `answer.<nodeId>.<field>`. */
  answers?(config: z.output<Schema<Form>>): FormField[];
  /** Whether its message gives the debtor a date that a wait may count from. */
  givesAnswerBy?(config: z.output<Schema<Form>>): boolean;
  /** Findings about one node whose config has the right shape. */
  lint?: NodeLint<z.output<Schema<Form>>>;
}

/** What everything but the node itself knows of a node type: configs come in as they were stored. */
export interface NodeDefinition<Type extends string = string> {
  type: Type;
  phase: Phase;
  icon: string;
  fields: Fields;
  schema: z.ZodType;
  outcomes: OutcomeDefinition[];
  outcomesFrom: string | null;
  isHumanTask: boolean;
  pauses(config: unknown): boolean;
  /** The template of its message; null when it sends none or is not configured. */
  template(config: unknown): string | null;
  example: unknown;
  /** One line that says what the node will do; a config of the wrong shape is said to be incomplete. */
  summary(config: unknown): Text;
  /** The config that the plan carries; a config of the wrong shape throws, so lint first. */
  compile(config: unknown, texts: KnownTexts): unknown;
  answers(config: unknown): FormField[];
  givesAnswerBy(config: unknown): boolean;
  lint: NodeLint<unknown>;
}

/** Closes a node type over its own config type, so that one list can hold all of them. */
export function defineNode<const Type extends string, Form extends Fields, Compiled>(
  sketch: NodeSketch<Type, Form, Compiled>,
): NodeDefinition<Type> {
  const schema = configSchema(sketch.fields);
  return {
    type: sketch.type,
    phase: sketch.phase,
    icon: sketch.icon,
    fields: sketch.fields,
    schema,
    outcomes: sketch.outcomes,
    outcomesFrom: sketch.outcomesFrom ?? null,
    isHumanTask: sketch.isHumanTask ?? false,
    example: sketch.example,
    summary(config) {
      const parsed = schema.safeParse(config);
      return parsed.success ? sketch.summary(parsed.data) : { key: 'summary.incomplete' };
    },
    pauses(config) {
      if (sketch.isHumanTask) return true;
      const parsed = schema.safeParse(config);
      return parsed.success && (sketch.pauses?.(parsed.data) ?? false);
    },
    template(config) {
      const parsed = schema.safeParse(config);
      return (parsed.success && sketch.template?.(parsed.data)) || null;
    },
    answers(config) {
      const parsed = schema.safeParse(config);
      return (parsed.success && sketch.answers?.(parsed.data)) || [];
    },
    givesAnswerBy(config) {
      const parsed = schema.safeParse(config);
      return parsed.success && (sketch.givesAnswerBy?.(parsed.data) ?? false);
    },
    compile: (config, texts) => sketch.compile(schema.parse(config), texts),
    lint(node, scene) {
      const parsed = schema.safeParse(node.config);
      return parsed.success && sketch.lint ? sketch.lint({ ...node, config: parsed.data }, scene) : [];
    },
  };
}
