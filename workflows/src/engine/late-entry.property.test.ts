import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { lint } from '../lint/lint.ts';
import { STANDARD_TEXTS } from '../lint/standard-texts.ts';
import type { Plan } from '../plan/plan.ts';
import { NO_POLICY } from '../policy/contact-policy.ts';
import { decide, NOTHING_ASKED_BEFORE, type DebtorSituation } from '../policy/decide.ts';
import type { OpenContact } from '../policy/open-contact.ts';
import { applyEdit } from '../scenario/edit/apply-edit.ts';
import { consumerScenario } from '../scenario/reference/consumer.ts';
import { exportScenario } from '../scenario/reference/export.ts';
import { firmScenario } from '../scenario/reference/firm.ts';
import { keyAccountScenario } from '../scenario/reference/key-account.ts';
import { publicBuyerScenario } from '../scenario/reference/public-buyer.ts';
import { smallBalanceScenario } from '../scenario/reference/small-balance.ts';
import { softScenario } from '../scenario/reference/soft.ts';
import type { Graph } from '../scenario/scenario.ts';
import type { Command } from './command.ts';
import { hasDemandBefore } from './demand-before.ts';
import { TestCase } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const DAY_MS = 86_400_000;
const ENTRY = '2026-06-17T07:00:00.000Z';
const DISTANCE_DAYS = 5;
const MOST_ACTS = 60;
const SEVERE = 3;

/** A drawing whose findings have all been mended. */
const mended = (graph: Graph): Graph =>
  lint(graph, STANDARD_TEXTS).reduce((drawn, { fix }) => (fix ? applyEdit(drawn, fix.edit) : drawn), graph);

const PLANS: readonly Plan[] = [
  firmScenario(),
  softScenario(),
  keyAccountScenario(),
  smallBalanceScenario(),
  publicBuyerScenario(),
  consumerScenario(),
  exportScenario(),
].map((graph) => {
  const { plan } = compile(mended(graph), STANDARD_TEXTS);
  if (plan === null) throw new Error('a reference scenario does not compile');
  return plan;
});

type Sent = DebtorSituation['recent'][number] & { handedOverAt: string };
type Planned = Extract<Command, { kind: 'plan-contact' }>;

/** One old invoice on its way: what asks is put to the policy of contacts, what needs a person gets one of its answers. */
class OldInvoice {
  readonly sent: Sent[] = [];
  calls = 0;
  /** A severe word that would come out of nowhere: nothing more happens by itself. */
  waitsForPerson = false;
  /** Of severe messages: what had been sent and said before. */
  readonly severe: { demands: number; calls: number }[] = [];
  private readonly story: TestCase;

  constructor(
    private readonly plan: Plan,
    private readonly invoice: { daysLate: number; cents: number; chance: () => number },
  ) {
    const { daysLate, cents } = invoice;
    const dueDate = new Date(Date.parse(ENTRY) - daysLate * DAY_MS).toISOString().slice(0, 10);
    const amount = { amount: cents, currency: 'EUR' };
    const facts = testFacts({
      dueDate,
      values: {
        'invoice.daysOverdue': daysLate,
        'invoice.daysUntilDue': -daysLate,
        'invoice.balance': amount,
        'invoice.total': amount,
        'debtor.overdue': amount,
      },
    });
    this.story = new TestCase(plan, ENTRY, facts, { lateEntry: 'by-age' });
  }

  live(): this {
    for (let act = 0; act < MOST_ACTS && !this.waitsForPerson && this.story.state?.outcome === null; act += 1)
      this.act();
    return this;
  }

  private act(): void {
    const { story } = this;
    const planned = story.commands.find((command): command is Planned => command.kind === 'plan-contact');
    const [token] = story.state?.tokens ?? [];
    if (token === undefined) return;
    if (token.waitingFor === 'contact' && planned) this.send(planned);
    else if (token.waitingFor === 'task') this.answer(token.nodeId);
    else story.pass();
  }

  private send(planned: Planned): void {
    const { story, sent } = this;
    const contact = this.contactOf(planned);
    const situation = {
      clock: { now: story.now },
      calendar: story.facts.calendar,
      policy: NO_POLICY,
      addressee: { ref: 'C1', kind: 'business' },
      recent: sent,
      invoices: [],
      credits: [],
    };
    const { messages, cover, defer, wait } = decide(situation, [{ contact, obstacle: null }]);
    const [later] = defer;
    if (later) {
      story.now = later.slotAt;
      this.send(planned);
    } else if (cover.length > 0) {
      story.settle(planned.nodeId, { status: 'covered', answerBy: '2026-12-01' });
    } else if (messages.length > 0) {
      if (planned.tone >= SEVERE) this.severe.push({ demands: this.demands.length, calls: this.calls });
      const answerBy = new Date(Date.parse(story.now) + 8 * DAY_MS).toISOString().slice(0, 10);
      sent.push({ ...contact, handedOverAt: story.now, answerBy, invoiceIds: ['invoice'], listedInvoiceIds: [] });
      story.settle(planned.nodeId, { answerBy: planned.answerIn === null ? null : answerBy });
    } else {
      expect(wait).toMatchObject([{ for: 'person', reason: NOTHING_ASKED_BEFORE }]);
      this.waitsForPerson = true;
    }
  }

  private answer(nodeId: string): void {
    const node = this.plan.nodes[nodeId];
    const outcomes = Object.keys(node?.next ?? {});
    const outcome = outcomes[Math.floor(this.invoice.chance() * outcomes.length)] ?? '';
    if (node?.type === 'call') this.calls += 1;
    const date = new Date(Date.parse(this.story.now) + 4 * DAY_MS).toISOString().slice(0, 10);
    this.story.now = new Date(Date.parse(this.story.now) + DAY_MS / 24).toISOString();
    this.story.complete(nodeId, outcome, outcome === 'promised' ? { date } : {});
  }

  get demands(): Sent[] {
    return this.sent.filter(({ tone }) => tone > 0);
  }

  private contactOf({ nodeId, tone, template, minimumDistanceDays }: Planned): OpenContact {
    const { now } = this.story;
    return {
      id: `${this.sent.length}`,
      enrolmentId: 'case',
      invoiceId: 'invoice',
      entityId: 'sas',
      currency: 'EUR',
      tone,
      demandBefore: hasDemandBefore(this.plan, nodeId),
      template,
      minimumDistanceDays,
      status: 'planned',
      waitingFor: null,
      slotAt: now,
      plannedAt: now,
      enrolmentStatus: 'live',
      closing: null,
      held: false,
      invoiceStatus: 'open',
      balance: this.invoice.cents,
      excluded: false,
      disputed: false,
      reachable: true,
      confirmed: false,
      quietUntil: null,
    };
  }
}

const old = fc.record({
  plan: fc.constantFrom(...PLANS),
  daysLate: fc.integer({ min: -40, max: 1_500 }),
  cents: fc.integer({ min: 100, max: 5_000_000 }),
  chances: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 12 }),
});

test('whatever the age, the amount and the scenario, an old invoice lives through what comes before a severe word', () => {
  let severe = 0;
  fc.assert(
    fc.property(old, ({ plan, chances, ...invoice }) => {
      let drawn = 0;
      const chance = (): number => chances[drawn++ % chances.length] ?? 0;
      const life = new OldInvoice(plan, { ...invoice, chance }).live();
      const [first] = life.demands;
      if (first) expect(first.tone).toBeLessThanOrEqual(2);
      for (const { demands, calls } of life.severe) {
        severe += 1;
        expect(demands).toBeGreaterThan(0);
        expect(calls).toBeGreaterThan(0);
      }
      life.demands.slice(1).forEach(({ handedOverAt }, index) => {
        const apart = Date.parse(handedOverAt) - Date.parse(life.demands[index]?.handedOverAt ?? '');
        expect(apart).toBeGreaterThanOrEqual(DISTANCE_DAYS * DAY_MS);
      });
    }),
    { numRuns: 400 },
  );
  // a property that no life reaches proves nothing
  expect(severe).toBeGreaterThan(20);
}, 60_000);
