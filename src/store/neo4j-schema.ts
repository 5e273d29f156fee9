/**
 * Constraint and indexes of Neo4j, derived from the ontology and made before any data.
 *
 * Only what is missing is made: on a database that has all of it nothing is sent that could lock or wait.
 */
import neo4j from 'neo4j-driver';
import { StoreError } from '../errors.js';
import { say } from '../messages.js';
import { NODE_LABELS, STORE_EDGE_TYPES } from '../schema.js';
import { NODE_COLUMNS } from './columns.js';
import { inSession, type Link } from './neo4j-session.js';
import { OWN_LABEL, quote } from './statements.js';

interface SchemaItem {
  readonly name: string;
  readonly statement: string;
}

const CONSTRAINT = 'zhentu_id';

const rangeIndex = (label: string, property: string): SchemaItem => {
  const name = `zhentu_${label}_${property}`.toLowerCase();
  return {
    name,
    statement: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${quote(label)}) ON (n.${quote(property)})`,
  };
};

/** In the order they are made; the constraint first. */
export const NEO4J_SCHEMA: readonly SchemaItem[] = [
  {
    name: CONSTRAINT,
    statement: `CREATE CONSTRAINT ${CONSTRAINT} IF NOT EXISTS FOR (n:${OWN_LABEL}) REQUIRE n.id IS UNIQUE`,
  },
  {
    name: 'zhentu_names',
    statement: `CREATE FULLTEXT INDEX zhentu_names IF NOT EXISTS FOR (n:${OWN_LABEL}) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
  },
  ...NODE_LABELS.map((label) => rangeIndex(label, 'name')),
  ...NODE_LABELS.filter((label) => 'year' in NODE_COLUMNS[label]).map((label) => rangeIndex(label, 'year')),
];

/** Text of cypher/schema.cypher. */
export const schemaFile = (): string =>
  [
    '// Generated from src/schema.ts. `zhentu load` runs this by itself; it is kept here to be read.',
    `// Nodes carry one of these labels beside ${OWN_LABEL}: ${NODE_LABELS.join(', ')}.`,
    `// Relationship types: ${STORE_EDGE_TYPES.join(' ')}.`,
    ...NEO4J_SCHEMA.map(({ statement }) => `${statement};`),
    '',
  ].join('\n');

const names = (link: Link, statement: string): Promise<Set<unknown>> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const { records } = await tx.run(statement);
    return new Set(records.map((record) => record.get('name')));
  });

const indexes = (link: Link): Promise<Set<unknown>> => names(link, 'SHOW INDEXES YIELD name RETURN name');

const uniqueness = (link: Link): Promise<Set<unknown>> =>
  names(
    link,
    `SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties WHERE labelsOrTypes = ['${OWN_LABEL}'] AND properties = ['id'] AND type IN ['UNIQUENESS', 'NODE_KEY'] RETURN name`,
  );

/** Other people's schema can stand in the way: their index on our label, our name for something else. */
function refused(name: string, reason: string): StoreError {
  const [zh, en] =
    name === CONSTRAINT
      ? [`唯一性约束 ${OWN_LABEL}(id)`, `the uniqueness constraint ${OWN_LABEL}(id)`]
      : [`索引 ${name}`, `index ${name}`];
  return new StoreError(
    say(
      `无法建立${zh}：${reason}；请先在数据库中改名或删除占用它的索引、约束（SHOW INDEXES、SHOW CONSTRAINTS），再载入`,
      `cannot make ${en}: ${reason}; rename or drop the index or constraint in its place (SHOW INDEXES, SHOW CONSTRAINTS), then load again`,
    ),
  );
}

/** In one transaction: each would otherwise wait for the disk by itself. */
const make = (link: Link, items: readonly SchemaItem[]): Promise<void> =>
  inSession(link, neo4j.session.WRITE, async (tx) => {
    for (const { name, statement } of items) {
      try {
        await tx.run(statement);
      } catch (error) {
        const { code = '', message } = error as { code?: string; message: string };
        if (!/Neo\.(ClientError|DatabaseError)\.Schema/.test(code)) throw error;
        throw refused(name, message.split('\n')[0] ?? '');
      }
    }
  });

/** Makes what is missing and waits for it. The same constraint under another name serves as well. */
export async function applySchema(link: Link): Promise<void> {
  const found = await indexes(link);
  const unique = await uniqueness(link);
  const missing = NEO4J_SCHEMA.filter(({ name }) =>
    name === CONSTRAINT ? unique.size === 0 : !found.has(name),
  );
  if (missing.length === 0) return;
  // The constraint by itself: the server fills its index outside the transaction.
  await make(
    link,
    missing.filter(({ name }) => name === CONSTRAINT),
  );
  await make(
    link,
    missing.filter(({ name }) => name !== CONSTRAINT),
  );
  if (unique.size === 0 && (await uniqueness(link)).size === 0) {
    const taken = say(`名称 ${CONSTRAINT} 已另作他用`, `the name ${CONSTRAINT} is taken by something else`);
    throw refused(CONSTRAINT, taken);
  }
  // Other people's indexes may have failed, or take long. One of theirs that serves as ours has another name.
  const made = await indexes(link);
  const awaited = missing.map(({ name }) => name).filter((name) => made.has(name));
  await inSession(link, neo4j.session.READ, (tx) =>
    tx.run('UNWIND $awaited AS name CALL db.awaitIndex(name, 60)', { awaited }),
  );
}
