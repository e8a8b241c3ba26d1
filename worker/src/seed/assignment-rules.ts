import type { AssignmentRule, RuleTarget } from '@relance/workflows/assignment';
import type { Condition } from '@relance/workflows/plan';
import type { PublishedScenarios } from './publish-scenarios.ts';

/** The demo's ordered list: who is enrolled by hand, then the scenarios from the narrowest to the default for businesses. */
export function assignmentRules(scenarios: PublishedScenarios): AssignmentRule[] {
  const to = (key: keyof PublishedScenarios): RuleTarget => ({
    kind: 'scenario',
    scenarioId: scenarios[key].scenarioId,
  });
  const early: Condition = {
    all: [BUSINESS, { fact: 'invoice.daysOverdue', op: '<', value: 0 }, owes('invoice.balance', '>=', 1_000)],
  };
  const small: Condition = {
    all: [BUSINESS, { fact: 'debtor.overdueCount', op: '>', value: 0 }, owes('debtor.overdue', '<', 150)],
  };
  const lines: [id: string, name: string, when: Condition | null, target: RuleTarget][] = [
    ['by-hand', 'Clients « à la demande » : inscrits à la main', is('debtor.segment', 'à la demande'), NOWHERE],
    ['key-account', 'Grands comptes', is('debtor.segment', 'grand compte'), to('key-account')],
    ['public-buyer', 'Acheteurs publics', is('debtor.kind', 'public'), to('public-buyer')],
    ['consumer', 'Particuliers', is('debtor.kind', 'consumer'), to('consumer')],
    ['export', 'Clients étrangers', is('debtor.segment', 'export'), to('export')],
    ['preventive', 'Factures de 1 000 € et plus avant l’échéance', early, to('preventive')],
    ['small-balance', 'Petits soldes : moins de 150 € de retard en tout', small, to('small-balance')],
    ['firm', 'Autres entreprises', BUSINESS, to('firm')],
    ['default', 'Par défaut : aucun scénario', null, NOWHERE],
  ];
  return lines.map(([id, name, when, target]) => ({ id, name, when, then: target }));
}

const NOWHERE: RuleTarget = { kind: 'none' };

const BUSINESS: Condition = { fact: 'debtor.kind', op: '=', value: 'business' };

function is(fact: string, value: string): Condition {
  return { fact, op: '=', value };
}

function owes(fact: string, op: '>=' | '<', euros: number): Condition {
  return { fact, op, value: { amount: euros * 100, currency: 'EUR' } };
}
