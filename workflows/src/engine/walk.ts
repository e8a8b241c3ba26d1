import type { Move, Runner, Signal, Visit } from '../nodes/runner.ts';
import { RUNNERS, type Runners } from '../nodes/runners.ts';
import type { LateEntry } from '../plan/late-entry.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import { type Budget, spend } from './budget.ts';
import type { Command, EndReason, NoteKind } from './command.ts';
import { dueAt, waitUntil } from './due.ts';
import type { Facts } from './facts.ts';
import { holds } from './holds.ts';
import { isPast } from './instant.ts';
import { placeOfEntry } from './late-entry.ts';
import { ROOT_SCOPE } from './new-state.ts';
import { insideScope, scopeOf } from './scopes.ts';
import type { Scope, State, Token } from './state.ts';

export interface WalkInput {
  plan: Plan;
  /** A copy that the walk may change. */
  state: State;
  facts: Facts;
  /** Instant of the step. */
  now: string;
  /** Instant of what happened, never after `now`: from here the next `previous-step` counts. */
  at: string;
  budget: Budget;
  runners?: Runners;
}

/** Moves the tokens of one case through its plan and collects what the step has to write. */
export class Walk {
  readonly commands: Command[] = [];
  readonly state: State;
  private readonly runners: Runners;

  constructor(private readonly input: WalkInput) {
    this.state = input.state;
    this.runners = input.runners ?? RUNNERS;
  }

  /** Lets every token that waits for nothing enter its node, until all wait, the case ends or an incident stops it. */
  settle(): void {
    while (this.state.incident === null && this.state.outcome === null) {
      const token = this.state.tokens.find(({ waitingFor }) => waitingFor === null);
      if (token === undefined) return;
      this.enter(token);
    }
  }

  place(nodeId: string, scope = 0): void {
    this.state.tokens.push({
      id: this.state.nextTokenId,
      scope,
      nodeId,
      visit: 0,
      waitingFor: null,
      deadline: null,
      enteredAt: this.input.now,
      leftPreviousAt: this.input.at,
    });
    this.state.nextTokenId += 1;
  }

  /** Puts the first token where the scenario lets an invoice of that age enter. */
  begin(lateEntry: LateEntry): void {
    const { plan, facts, now } = this.input;
    const { nodeId, shiftDays } = placeOfEntry(plan, lateEntry, facts, now, this.runners);
    if (shiftDays > 0) this.state.vars.shiftDays = shiftDays;
    if (nodeId !== plan.start) this.note('entered-late', null, { to: nodeId });
    this.place(nodeId);
  }

  signal(token: Token, signal: Signal): void {
    const found = this.find(token);
    if (found === null) return;
    const { node, runner } = found;
    if (runner.resume === undefined) return this.fail('unexpected-signal', token.nodeId);
    this.apply(token, node, runner, runner.resume(node.config as never, this.visit(token, node), signal));
  }

  isMessage({ nodeId }: Token): boolean {
    const type = Object.hasOwn(this.input.plan.nodes, nodeId) ? this.input.plan.nodes[nodeId]?.type : undefined;
    return type !== undefined && Object.hasOwn(this.runners, type) && this.runners[type]?.isMessage === true;
  }

  /** Goes on by the outcome that the node type names for being passed by. */
  passBy(token: Token, reason: string): void {
    const found = this.find(token);
    if (found === null) return;
    this.cancelStep(token, reason);
    this.leave(token, found.node, found.runner, found.runner.passBy(found.node.config as never));
  }

  /** Takes every token off its node and closes what was open there. */
  clear(reason: string): void {
    for (const token of this.state.tokens) this.cancelStep(token, reason);
    this.state.tokens = [];
    this.state.scopes = [ROOT_SCOPE];
  }

  endCase(reason: EndReason, nodeId: string | null): void {
    this.clear(reason);
    this.state.outcome = { reason, nodeId };
    this.state.held = null;
    this.state.incident = null;
    this.commands.push({ kind: 'end', reason, nodeId });
  }

  fail(code: string, nodeId: string | null): void {
    this.state.incident = { code, nodeId };
    this.commands.push({ kind: 'incident', code, nodeId });
  }

  note(
    note: NoteKind,
    at: { nodeId: string; visit: number } | null,
    data: Record<string, string | number | null> = {},
  ): void {
    this.commands.push({ kind: 'note', note, nodeId: at?.nodeId ?? null, visit: at?.visit ?? null, data });
  }

  cancelStep({ nodeId, visit, waitingFor }: Token, reason: string): void {
    if (waitingFor === 'task' || waitingFor === 'contact') {
      this.commands.push({ kind: 'cancel-step', nodeId, visit, reason });
    }
  }

  private enter(token: Token): void {
    const found = this.find(token);
    if (found === null) return;
    const { node, runner } = found;
    const excess = spend(this.input.budget, token.nodeId, runner.isMessage ?? false);
    if (excess !== null) return this.fail(excess, token.nodeId);
    token.visit = (Object.hasOwn(this.state.visits, token.nodeId) ? (this.state.visits[token.nodeId] ?? 0) : 0) + 1;
    this.state.visits[token.nodeId] = token.visit;
    token.enteredAt = this.input.now;
    this.note('entered', token, { type: node.type });
    this.apply(token, node, runner, runner.enter(node.config as never, this.visit(token, node)));
  }

  private apply(token: Token, node: PlanNode, runner: Runner, move: Move): void {
    this.commands.push(...(move.commands ?? []));
    switch (move.kind) {
      case 'go':
        return this.leave(token, node, runner, move.outcome);
      case 'stay':
        token.waitingFor = move.waitingFor;
        token.deadline = move.deadline;
        return;
      case 'end':
        if (move.ends === 'case') {
          this.remove(token);
          return this.endCase(move.reason, token.nodeId);
        }
        return this.endToken(token, move.reason);
      case 'fork':
        return this.fork(token, node, move.outcomes);
      case 'join':
        return this.join(token, move.mode);
    }
  }

  private leave(token: Token, node: PlanNode, runner: Runner, outcome: string): void {
    const target = Object.hasOwn(node.next, outcome) ? node.next[outcome] : undefined;
    if (target === undefined) return this.fail('unknown-outcome', token.nodeId);
    this.note('left', token, { outcome });
    if (target === null) return this.endToken(token, 'other');
    token.nodeId = target;
    token.waitingFor = null;
    token.deadline = null;
    if (!runner.isWait) token.leftPreviousAt = this.input.at;
  }

  /** One token ends: the case with it when none is left, else whatever its parallel block makes of it. */
  private endToken(token: Token, reason: EndReason): void {
    this.remove(token);
    const scope = scopeOf(this.state, token.scope);
    if (scope === undefined || scope.parent === null) {
      if (this.state.tokens.length === 0) this.endCase(reason, token.nodeId);
      return;
    }
    this.closeWhenEmpty(scope, token, reason);
  }

  private fork(token: Token, node: PlanNode, outcomes: string[]): void {
    const { nodeId, visit, scope: parent } = token;
    const targets = outcomes.map((outcome) => node.next[outcome]);
    if (targets.length === 0 || targets.includes(undefined)) return this.fail('unknown-outcome', nodeId);
    this.remove(token);
    const scope: Scope = { id: this.state.nextScopeId, forkNodeId: nodeId, visit, parent, joinNodeId: null };
    this.state.nextScopeId += 1;
    this.state.scopes.push(scope);
    for (const target of targets) if (typeof target === 'string') this.place(target, scope.id);
    this.closeWhenEmpty(scope, token, 'other');
  }

  private join(token: Token, mode: 'all' | 'any'): void {
    const scope = scopeOf(this.state, token.scope);
    if (scope === undefined || scope.parent === null) return this.fail('join-outside-block', token.nodeId);
    this.remove(token);
    scope.joinNodeId = token.nodeId;
    if (mode === 'any') {
      for (const other of insideScope(this.state, scope.id)) {
        this.cancelStep(other, 'joined');
        this.remove(other);
      }
    }
    this.closeWhenEmpty(scope, token, 'other');
  }

  /** Fires a block once, when no token is left in it: on from its join, or ended when none arrived there. */
  private closeWhenEmpty(scope: Scope, last: Token, reason: EndReason): void {
    if (insideScope(this.state, scope.id).length > 0) return;
    this.state.scopes = this.state.scopes.filter(({ id }) => id !== scope.id);
    const parent = { ...last, scope: scope.parent ?? 0 };
    if (scope.joinNodeId === null) return this.endToken(parent, reason);
    const joined = { ...parent, nodeId: scope.joinNodeId, visit: this.state.visits[scope.joinNodeId] ?? 1 };
    this.state.tokens.push(joined);
    const found = this.find(joined);
    if (found !== null) this.leave(joined, found.node, found.runner, 'next');
  }

  private remove(token: Token): void {
    this.state.tokens = this.state.tokens.filter(({ id }) => id !== token.id);
  }

  private find(token: Token): { node: PlanNode; runner: Runner } | null {
    const { nodeId } = token;
    const node = Object.hasOwn(this.input.plan.nodes, nodeId) ? this.input.plan.nodes[nodeId] : undefined;
    const runner = node !== undefined && Object.hasOwn(this.runners, node.type) ? this.runners[node.type] : undefined;
    if (node !== undefined && runner !== undefined) return { node, runner };
    this.fail(node === undefined ? 'unknown-node' : 'unknown-node-type', nodeId);
    return null;
  }

  private visit(token: Token, node: PlanNode): Visit {
    const { facts, now, plan } = this.input;
    const { vars } = this.state;
    return {
      nodeId: token.nodeId,
      visit: token.visit,
      label: node.label,
      settings: plan.settings,
      now,
      held: this.state.held !== null,
      waitingFor: token.waitingFor,
      waitUntil: (rule) => waitUntil(rule, token, vars, facts),
      dueAt: (delay) => dueAt(delay, now, facts),
      isPast: (instant) => isPast(instant, now),
      holds: (condition) => holds(condition, facts, vars),
    };
  }
}
