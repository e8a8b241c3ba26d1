import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { inOrganisation, type Tx } from '@relance/db';
import { readRemembered, rememberReply, takeKey, type RememberedReply } from '@relance/db/queries';
import { canonicalJson } from '@relance/workflows/plan';
import type { Caller, Deps } from '../context.ts';
import { conflict, Problem } from '../problem.ts';
import type { RestReply } from './route.ts';

export interface Once {
  deps: Deps;
  caller: Caller & { keyId: string };
  key: string;
  path: string;
  input: unknown;
  /** Does the work in the transaction that remembers its reply. */
  work: (tx: Tx) => Promise<RestReply>;
  /** Makes the final reply of what was committed; null: it is final already. */
  finish: ((body: unknown) => Promise<RestReply>) | null;
}

const TRANSACTION = { statementTimeoutMs: 10_000 };

/** Reads the header; undefined when there is none. */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new Problem(400, 'bad-input', 'Idempotency-Key must be 1 to 255 visible characters.', {
    errors: [{ path: 'Idempotency-Key', message: '1 to 255 visible ASCII characters' }],
  });
}

/**
 * Answers a request that may come twice: work and reply are committed together, so a crash leaves both or neither, and
 * whoever comes second waits for the first and gets its reply. A refusal commits nothing and is not remembered.
 */
export async function once({ deps, caller, key, path, input, work, finish }: Once): Promise<RestReply> {
  const { organisationId } = caller;
  const box = sealed(deps.secret);
  const request = { apiKeyId: caller.keyId, key, path, bodyHash: digest(input) };
  const keep = (tx: Tx, { status, body }: RestReply, final: boolean): Promise<void> =>
    rememberReply(tx, request, { status: final ? status : null, reply: box.close(JSON.stringify(body)) });
  const remembered = await inOrganisation(
    deps.app,
    organisationId,
    async (tx) => {
      const known = await takeKey(tx, organisationId, request);
      if (known) return checked(known, request);
      const reply = await work(tx);
      await keep(tx, reply, finish === null);
      return readRemembered(tx, request);
    },
    TRANSACTION,
  );
  if (remembered.status !== null || finish === null) return replyOf(remembered, box);
  const final = await finish(replyOf(remembered, box).body);
  return inOrganisation(deps.app, organisationId, async (tx) => {
    await keep(tx, final, true);
    return replyOf(await readRemembered(tx, request), box);
  });
}

function checked(known: RememberedReply, { path, bodyHash }: { path: string; bodyHash: string }): RememberedReply {
  if (known.path !== path) {
    throw conflict('idempotency-path', 'This Idempotency-Key was used for another call.');
  }
  if (known.bodyHash !== bodyHash) {
    throw conflict('idempotency-body', 'This Idempotency-Key was used with another body.');
  }
  return known;
}

function replyOf({ status, reply }: RememberedReply, box: Box): RestReply {
  if (!reply) throw new Error('a reply was remembered without its body');
  return { status: status ?? 202, body: JSON.parse(box.open(reply)) as unknown };
}

const digest = (input: unknown): string => createHash('sha256').update(canonicalJson(input)).digest('hex');

interface Box {
  close(text: string): Buffer;
  open(bytes: Buffer): string;
}

/** Replies may hold API keys: who reads the database alone must not read them. */
function sealed(secret: string): Box {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'relance idempotency', 32));
  return {
    close(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(bytes) {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
