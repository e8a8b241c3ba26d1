// Node built-ins alone until the dependencies are there.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { checkNode, loadEnvironment } from './prepare.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

checkNode();
loadEnvironment(checkout);
await install(checkout);
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./supervisor/main.ts');
await main(checkout);
