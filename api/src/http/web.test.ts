import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWithProblems } from './problems.ts';
import { protect } from './protect.ts';
import { serveWeb } from './web.ts';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-web-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Relance</title>');
  await writeFile(path.join(folder, 'assets', 'app-1a2b3c.js'), 'export {};');
  server = fastify();
  answerWithProblems(server);
  await protect(server, 'http://127.0.0.1:4600');
  await serveWeb(server, folder);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, accept = 'text/html,*/*') => server.inject({ url, headers: { accept } });

test('the page and every address that it knows are the application', async () => {
  for (const url of ['/', '/inbox', '/scenarios/0192?tab=x']) {
    const reply = await get(url);
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(reply.body).toContain('<title>Relance</title>');
  }
});

test('what carries a hash in its name is kept for a year', async () => {
  const reply = await get('/assets/app-1a2b3c.js', '*/*');
  expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('what is not there is a problem document, not the application', async () => {
  for (const [url, accept] of [
    ['/assets/gone.js', '*/*'],
    ['/api/nothing', 'text/html'],
    ['/..%2f..%2fpackage.json', '*/*'],
  ] as const) {
    const reply = await get(url, accept);
    expect([url, reply.statusCode]).toEqual([url, 404]);
    expect(reply.headers['content-type']).toBe('application/problem+json');
  }
});

test('pages run our own scripts alone and stand in nobody’s frame', async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
});
