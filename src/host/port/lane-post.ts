/** One lane in its place: what happened there lately, as views, and who is told. */
import { type Clock, formatInstant, type Instant } from '../../kernel/index.ts';
import type { JournalEntry, Lane, LaneNotice, LaneSnapshot, PassageResult } from '../../lane/index.ts';
import type { Law } from '../../policy/index.ts';
import type { LaneDetail, LaneView, PassageView } from '../../server/index.ts';
import type { DecisionDesk } from '../lane-parts/lane-law.ts';
import type { LanePlan } from './lane-plan.ts';
import { laneViewOf } from './lane-view.ts';
import { eventViewOf, type KeptPassage, passageViewOf } from './passage-view.ts';

/** Passages that a lane's panel shows. */
const RECENT_MAX = 10;

export interface LanePostParts {
  readonly plan: LanePlan;
  readonly lane: Lane;
  readonly clock: Clock;
  readonly law: Law;
  readonly desk: DecisionDesk;
  readonly changed: (view: LaneView, snapshot: LaneSnapshot) => void;
  readonly ended: (passage: KeptPassage) => void;
}

export class LanePost {
  readonly #parts: LanePostParts;
  #recent: KeptPassage[] = [];
  #condition = '';
  #since: Instant;
  #identity: { name: string; document: string } | undefined;
  #shown = '';

  constructor(parts: LanePostParts) {
    this.#parts = parts;
    this.#since = parts.clock.now();
    parts.lane.on((notice) => this.#hear(notice));
  }

  get lane(): Lane {
    return this.#parts.lane;
  }

  get plan(): LanePlan {
    return this.#parts.plan;
  }

  view(): LaneView {
    return laneViewOf(this.#parts.plan, this.#parts.lane.snapshot(), this.#since);
  }

  recent(officer: boolean): PassageView[] {
    return this.#recent.map((passage) => passageViewOf(passage, this.#parts.law, officer));
  }

  detail(officer: boolean, picture: boolean): LaneDetail {
    const current = this.#current();
    return { lane: this.view(), recent: this.recent(officer), picture, ...(current ? { current } : {}) };
  }

  #hear(notice: LaneNotice): void {
    if (notice.kind === 'snapshot') this.#changed(notice.snapshot);
    if (notice.kind === 'passage-ended') this.#ended(notice.result);
  }

  #changed(snapshot: LaneSnapshot): void {
    if (snapshot.condition !== this.#condition) this.#since = snapshot.at;
    this.#condition = snapshot.condition;
    const { identity } = snapshot.screen ?? {};
    if (identity) this.#identity = { name: identity.name, document: identity.documentTail };
    const view = this.view();
    // A snapshot may differ in what pages do not draw; they are told only of what they do.
    const shown = JSON.stringify(view);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#parts.changed(view, snapshot);
  }

  #ended(result: PassageResult): void {
    const passage: KeptPassage = {
      result,
      journal: this.#journalOf(result.passage),
      decision: result.decisionId ? this.#parts.desk.get(result.decisionId) : undefined,
      who: this.#identity,
    };
    this.#identity = undefined;
    this.#recent = [passage, ...this.#recent].slice(0, RECENT_MAX);
    this.#parts.ended(passage);
  }

  #journalOf(passage: string): JournalEntry[] {
    return this.#parts.lane.journal().filter((entry) => entry.passage === passage);
  }

  #current(): PassageView | undefined {
    const { passage } = this.#parts.lane.snapshot();
    if (!passage) return undefined;
    const events = this.#journalOf(passage.id).map((entry) => eventViewOf(entry, passage.startedAt));
    const { id, direction } = this.#parts.plan;
    return {
      id: passage.id,
      lane: id,
      direction,
      startedAt: formatInstant(passage.startedAt),
      steps: [],
      reasons: [],
      events,
    };
  }
}
