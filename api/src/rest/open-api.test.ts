import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { describeApi } from './open-api.ts';
import { ROUTES } from './routes.ts';

const description = describeApi('1.2.3') as {
  info: { version: string };
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
};

test('the description is valid OpenAPI 3.1 and its references lead somewhere', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(description));
  expect(result).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, name = ''] of references) expect(description.components.schemas).toHaveProperty(name);
});

test('every route is described once', () => {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations.toSorted()).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
  );
  const ids = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('a list names its filters', () => {
  const names = description.paths['/invoices']?.['get']?.parameters.map(({ name }) => name);
  expect(names?.toSorted()).toEqual([
    'cursor',
    'debtorId',
    'disputed',
    'dueBefore',
    'excluded',
    'limit',
    'number',
    'overdue',
    'search',
    'status',
  ]);
});
