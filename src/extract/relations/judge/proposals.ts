/**
 * Which relations may hold between which names: for every name the relations of its type, and for each of them the
 * names that may stand at its other end. Nothing is decided here.
 */
import type { Entity, RelationClaim } from '../../../model.js';
import {
  type EntityType,
  PROJECT_STAGES,
  RELATION_TYPES,
  RELATIONS,
  type RelationType,
} from '../../../schema.js';
import type { Clause, Named, Scene } from '../scene.js';
import { IN_SENTENCE_BEHIND, type Later } from '../told.js';
import { announcedIn, type Told } from './announced.js';
import { type Group, groupOf, groupsOf } from './groups.js';
import { headingsOf } from './headed.js';

/** Where the partner was found; the order is part of the model. */
export const WAYS = [
  'unit',
  'within',
  'head',
  'before',
  'after',
  'earlier',
  'previous',
  'listed',
  'inner',
  'next',
  'told',
] as const;
export type Way = (typeof WAYS)[number];

/** Relations read from their subject: where something is, whose post it is; all others from their object. */
const FROM_SUBJECT: ReadonlySet<RelationType> = new Set(['位于', '属于', '入驻', '任职']);
export const isReadFromSubject = (relation: RelationType): boolean => FROM_SUBJECT.has(relation);
/** Relations that need a word for them in the sentence, stages of projects only where it has a word for others. */
const NEEDS_VERB: ReadonlySet<RelationType> = new Set([...PROJECT_STAGES, '合作', '入驻', '拥有']);

const isStage = (relation: RelationType): boolean =>
  (PROJECT_STAGES as readonly RelationType[]).includes(relation);

/** A name, where it stands, and the list it stands in. */
export interface Place {
  readonly named: Named;
  readonly clause: Clause;
  readonly group: Group;
  /** Names of the clause that stand in no other. */
  readonly outer: readonly Named[];
}

/** One end of a relation is given (`anchor`), and the relation: may it hold at all? */
export interface Opening {
  readonly relation: RelationType;
  readonly anchor: Place;
  /** What the rules claim of it. */
  readonly claims: readonly RelationClaim[];
  /** Clauses that go on about it. */
  readonly told: readonly Later[];
}

/** Who may stand at the other end. */
export interface Partner {
  readonly entity: Entity;
  readonly way: Way;
  /** Where it stands; null for the reporting unit and for what only the place list knows. */
  readonly at: Named | null;
  readonly group: Group | null;
}

export const subjectAndObject = (
  { relation, anchor }: Opening,
  { entity }: Partner,
): readonly [Entity, Entity] =>
  isReadFromSubject(relation) ? [anchor.named.entity, entity] : [entity, anchor.named.entity];

const anchorTypes = (relation: RelationType): readonly EntityType[] =>
  isReadFromSubject(relation) ? RELATIONS[relation].from : RELATIONS[relation].to;
const partnerTypes = (relation: RelationType): readonly EntityType[] =>
  isReadFromSubject(relation) ? RELATIONS[relation].to : RELATIONS[relation].from;

/** Of every type the relations it may anchor. */
const ANCHORED = new Map<EntityType, RelationType[]>();
for (const relation of RELATION_TYPES)
  for (const type of anchorTypes(relation)) ANCHORED.set(type, [...(ANCHORED.get(type) ?? []), relation]);

/** Names looked at on each side of one. */
const NEAR = 5;
/** Of a list that acts, as many. */
const MOST_ACTORS = 40;
/** Clauses looked back on for who acts. */
const BACK = 3;
const HEAD = 10;

/** What the proposals of a scene rest on, made once. */
export interface Layout {
  readonly scene: Scene;
  readonly groups: readonly ReadonlyMap<Named, Group>[];
  /** Of every clause the relations its sentence has a word for. */
  readonly verbs: readonly ReadonlySet<RelationType>[];
  /** Of every clause the first list in it that may act. */
  readonly heads: readonly (Group | null)[];
  /** Index of the first clause of the sentence a clause is in. */
  readonly first: readonly number[];
  /** Of every clause the names that stand in no other, in text order, and the place of every name among them. */
  readonly outer: readonly (readonly Named[])[];
  readonly places: ReadonlyMap<Named, number>;
  /** What the rules claim, by anchor entity. */
  readonly claims: ReadonlyMap<string, readonly RelationClaim[]>;
  /** By the first clause of a sentence that announces a list, what the list holds. */
  readonly announced: ReadonlyMap<number, readonly Told[]>;
  /** Of every clause the one that heads it. */
  readonly headings: readonly (Clause | null)[];
}

export const layoutOf = (scene: Scene, claims: readonly RelationClaim[]): Layout => {
  const { clauses } = scene;
  const first: number[] = [];
  clauses.forEach((clause, i) => {
    first.push(i > 0 && clauses[i - 1]?.sentence === clause.sentence ? (first[i - 1] as number) : i);
  });
  const bySentence = new Map<number, Set<RelationType>>();
  clauses.forEach((clause, i) => {
    const verbs = bySentence.get(first[i] as number) ?? new Set<RelationType>();
    bySentence.set(first[i] as number, verbs);
    for (const verb of clause.verbs) verbs.add(verb.entry.relation);
  });
  const groups = clauses.map(groupsOf);
  const byAnchor = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    const anchor = isReadFromSubject(claim.relation) ? claim.subject : claim.object;
    const list = byAnchor.get(anchor);
    if (list) list.push(claim);
    else byAnchor.set(anchor, [claim]);
  }
  const outer = clauses.map((clause) => clause.named.filter((n) => !n.nested));
  const places = new Map<Named, number>();
  clauses.forEach((clause, i) => {
    outer[i]?.forEach((n, k) => {
      places.set(n, k);
    });
    // A name inside another stands where that one does.
    for (const n of clause.named) if (n.nested) places.set(n, places.get(n.around[0] as Named) ?? 0);
  });
  return {
    scene,
    outer,
    places,
    groups,
    first,
    verbs: clauses.map((_, i) => bySentence.get(first[i] as number) as Set<RelationType>),
    heads: clauses.map((clause, i) => {
      const head = clause.named.find((n) => !n.nested);
      return head && head.mention.span[0] - clause.span[0] <= HEAD ? (groups[i]?.get(head) ?? null) : null;
    }),
    claims: byAnchor,
    announced: announcedIn({ norm: scene.doc.norm, clauses, first, outer }),
    headings: headingsOf(scene.doc.norm, clauses),
  };
};

/** Whether a relation that no rule claims of a name may hold of it. `verbs`: what its sentence has words for. */
const mayHold = (
  relation: RelationType,
  { named, outer }: Place,
  verbs: ReadonlySet<RelationType>,
): boolean => {
  // What stands in another name is not acted on for itself.
  if (named.nested && !isReadFromSubject(relation)) return false;
  // 甲、乙等13个“工改工”项目: what a thing is part of stands beside it.
  if (relation === '属于') return outer.some((n) => n !== named && n.entity.type === 'Program');
  return !NEEDS_VERB.has(relation) || verbs.has(relation) || (verbs.size === 0 && isStage(relation));
};

const UNSAID: readonly RelationClaim[] = [];
const NOTHING_TOLD: readonly Later[] = [];

/** Relations that may hold of a name, in the order of the ontology. */
export const openingsOf = (layout: Layout, index: number, named: Named): Opening[] => {
  const clause = layout.scene.clauses[index] as Clause;
  const here = layout.verbs[index] as ReadonlySet<RelationType>;
  const anchor: Place = {
    named,
    clause,
    group: layout.groups[index]?.get(named) ?? groupOf(clause, [named]),
    outer: layout.outer[index] as readonly Named[],
  };
  const told =
    anchor.group.names.at(-1) === anchor.outer.at(-1) ? (layout.scene.told[index] ?? []) : NOTHING_TOLD;
  const said = layout.claims.get(named.entity.id)?.filter((c) => c.span === clause.sentence.span) ?? UNSAID;
  const behind = told.filter(({ step }) => step === IN_SENTENCE_BEHIND).flatMap((l) => l.clause.verbs);
  const verbs = behind.length === 0 ? here : new Set([...here, ...behind.map((v) => v.entry.relation)]);
  const openings: Opening[] = [];
  for (const relation of ANCHORED.get(named.entity.type) ?? []) {
    const claims = said.length === 0 ? UNSAID : said.filter((c) => c.relation === relation);
    if (claims.length > 0 || mayHold(relation, anchor, verbs))
      openings.push({ relation, anchor, claims, told });
  }
  return openings;
};

/** Who may stand at the other end, nearest first; each entity once. */
export const partnersOf = (layout: Layout, index: number, opening: Opening): Partner[] => {
  const { scene, groups, heads, first, outer, places } = layout;
  const { relation, anchor, claims, told } = opening;
  const { named, clause } = anchor;
  const types = partnerTypes(relation);
  const found = new Map<Entity, Partner>();
  const add = (entity: Entity, way: Way, at: Named | null, group: Group | null) => {
    if (entity !== named.entity && types.includes(entity.type) && !found.has(entity))
      found.set(entity, { entity, way, at, group });
  };
  const [start] = named.mention.span;
  for (const n of clause.named)
    if (n !== named && n.nested && n.around.includes(named)) add(n.entity, 'within', n, null);
  // 白鹿产业园|三期厂房竣工,|甲入驻: the park stands inside the project that opens the sentence.
  const addInner = (clause: Clause | undefined, around: Named) => {
    if (relation !== '入驻') return;
    for (const n of clause?.named ?? [])
      if (n.nested && n.around.includes(around)) add(n.entity, 'inner', n, null);
  };
  const names = outer[index] as readonly Named[];
  const place = places.get(named) as number;
  const before = names.slice(Math.max(0, place - NEAR), place).reverse();
  const after = names.slice(place + 1, place + 1 + NEAR);
  const head = heads[index];
  for (const n of before) {
    const group = groups[index]?.get(n) ?? null;
    if (group !== null && (group !== head || group === anchor.group)) add(n.entity, 'before', n, group);
  }
  if (head && head !== anchor.group && head.start < start)
    for (const n of head.names.slice(0, MOST_ACTORS)) add(n.entity, 'head', n, head);
  for (const n of after) add(n.entity, 'after', n, groups[index]?.get(n) ?? null);
  // 甲项目|，该项目位于东坝村, |由乙公司投资建设
  for (const later of told)
    for (const n of outer[later.clause.index]?.slice(0, NEAR) ?? [])
      add(n.entity, 'told', n, groups[later.clause.index]?.get(n) ?? null);
  for (let i = index - 1; i >= (first[index] as number) && i >= index - BACK; i--)
    for (const n of heads[i]?.names.slice(0, MOST_ACTORS) ?? []) {
      add(n.entity, 'earlier', n, heads[i] as Group);
      addInner(scene.clauses[i], n);
    }
  const from = first[index] as number;
  if (from > 0) {
    const previous = heads[first[from - 1] as number];
    for (const n of previous?.names.slice(0, MOST_ACTORS) ?? [])
      add(n.entity, 'previous', n, previous as Group);
  }
  if (relation === '获评')
    for (const { at, index: place } of layout.announced.get(from) ?? [])
      add(at.entity, 'next', at, groups[place]?.get(at) ?? null);
  if (scene.unit) add(scene.unit, 'unit', null, null);
  for (const claim of claims) {
    const id = isReadFromSubject(relation) ? claim.object : claim.subject;
    const entity = scene.entities.get(id);
    if (entity) add(entity, 'listed', null, null);
  }
  return [...found.values()];
};
