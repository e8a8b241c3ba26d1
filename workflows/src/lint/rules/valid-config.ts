import type { z } from 'zod';
import type { Text } from '../../messages/text.ts';
import type { ScenarioNode } from '../../scenario/scenario.ts';
import type { Finding, Fix, Path, Rule } from '../finding.ts';

type Issue = z.core.$ZodIssue;

/** Config has the shape that its node type asks for; unknown members are refused. */
export const validConfig: Rule = {
  name: 'valid-config',
  check: ({ graph, definition }) =>
    graph.nodes.flatMap((node) => {
      const parsed = definition(node.type)?.schema.safeParse(node.config);
      if (parsed === undefined || parsed.success) return [];
      return parsed.error.issues.flatMap((issue) => findingsOf(closest(issue), node));
    }),
};

/** Of a union's alternatives the one that came furthest, so that the finding points at the member and not at the whole. */
function closest(issue: Issue, base: PropertyKey[] = []): Issue {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return { ...issue, path };
  const depth = ([first]: Issue[]): number => (first === undefined ? -1 : closest(first).path.length);
  const [best] = issue.errors.filter((errors) => errors.length > 0).toSorted((a, b) => depth(b) - depth(a));
  const [first] = best ?? [];
  if (first === undefined || depth([first]) === 0) return { ...issue, path };
  return closest(first, path);
}

function findingsOf(issue: Issue, node: ScenarioNode): Omit<Finding, 'rule'>[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const finding = { severity: 'error' as const, nodeId: node.id };
  if (issue.code !== 'unrecognized_keys')
    return [{ ...finding, path, message: textOf(issue, valueAt(node.config, path)) }];
  return issue.keys.map((member) => ({
    ...finding,
    path: [...path, member],
    message: { key: 'config.unknown-member', values: { member } },
    ...fixOf(node, path, member),
  }));
}

function fixOf(node: ScenarioNode, path: Path, member: string): { fix?: Fix } {
  if (path.length > 0) return {};
  const { [member]: _removed, ...config } = node.config;
  return {
    fix: {
      label: { key: 'fix.remove-member', values: { member } },
      edit: { kind: 'set-config', nodeId: node.id, config },
    },
  };
}

function textOf(issue: Issue, value: unknown): Text {
  // Our own checks carry the key of their message.
  if (issue.message.startsWith('config.')) return { key: issue.message };
  if (value === undefined) return { key: 'config.required' };
  switch (issue.code) {
    case 'too_small':
      return {
        key: `config.too-small.${issue.origin === 'string' || issue.origin === 'array' ? issue.origin : 'number'}`,
        values: { count: Number(issue.minimum) },
      };
    case 'too_big':
      return {
        key: `config.too-big.${issue.origin === 'string' || issue.origin === 'array' ? issue.origin : 'number'}`,
        values: { count: Number(issue.maximum) },
      };
    case 'invalid_value':
      return { key: 'config.choice', values: { choices: issue.values.map(String).join(', ') } };
    default:
      return { key: 'config.invalid' };
  }
}

function valueAt(config: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    config,
  );
}
