/**
 * Passages in compact form → annotated texts. One or several in a file, each beginning with `# place | what | source`
 * and with the sections `## text` and `## entities`, and where they are annotated, too, `## indicators` and
 * `## relations 规划 签约`, whose heading says which relations are.
 */
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
  STATUSES,
  type Status,
} from '../dist/schema.js';

/** One real-world thing of a text, with everything it is called there. */
export interface Annotation {
  readonly type: EntityType;
  readonly forms: readonly string[];
  /** Types another reader could choose. */
  readonly altTypes: readonly EntityType[];
  /** Debatable: neither a name nor none. */
  readonly optional: boolean;
}

export interface AnnotatedText {
  readonly id: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** Null where they are not annotated. */
  readonly relations: readonly AnnotatedRelation[] | null;
  /** Which relations are; of others nothing is known. */
  readonly relationTypes: readonly RelationType[];
  readonly indicators: readonly AnnotatedIndicator[] | null;
}

/** A headline figure of the reporting unit. */
export interface AnnotatedIndicator {
  readonly indicator: string;
  /** The numeral as written, without 万 and 亿, which belong to the unit. */
  readonly value: number;
  readonly unit: string;
  /** Debatable: neither one nor none. */
  readonly optional: boolean;
}

/** In place of an annotation's index: the reporting unit, where no name of it is annotated. */
export const UNIT = -1;

/** A relation between two annotations of a text, by their indexes. */
export interface AnnotatedRelation {
  readonly subject: number;
  readonly relation: RelationType;
  readonly object: number;
  readonly status: Status | null;
  readonly year: number | null;
  /** Debatable: neither right nor wrong. */
  readonly optional: boolean;
  /** The words that say so, as the text has them. */
  readonly evidence: string;
}

const fail = (where: string, problem: string): never => {
  throw new Error(`${where}: ${problem}`);
};

const isType = (word: string): word is EntityType => (ENTITY_TYPES as readonly string[]).includes(word);

/** `Facility 奥陶景区 = 景区 /Park ?` */
export const parseAnnotation = (line: string, where: string): Annotation => {
  const [, type = '', rest = '', optional] = /^(\w+)\s+(.+?)(\s*\?)?$/.exec(line) ?? [];
  if (!isType(type)) return fail(where, `“${line}” does not begin with a type (${ENTITY_TYPES.join(', ')})`);
  const altTypes: EntityType[] = [];
  const names = rest.replace(/\s+\/(\w+)/g, (_, alt: string) => {
    altTypes.push(isType(alt) ? alt : fail(where, `“/${alt}” is no type`));
    return '';
  });
  const forms = names
    .split('=')
    .map((form) => form.trim())
    .filter(Boolean);
  return { type, forms: [...new Set(forms)], altTypes, optional: optional !== undefined };
};

/** `新增规上企业 | 3 | 家 ?` */
export const parseIndicator = (line: string, where: string): AnnotatedIndicator => {
  const [, indicator = '', value = '', unit = '', optional] =
    /^([^|]+?) \| (-?\d+(?:\.\d+)?) \| ([^|\s]*)(\s*\?)?$/.exec(line) ?? [];
  if (indicator === '') return fail(where, `“${line}” is not “name | value | unit”`);
  return { indicator, value: Number(value), unit, optional: optional !== undefined };
};

const isRelation = (word: string): word is RelationType =>
  (RELATION_TYPES as readonly string[]).includes(word);
const isStatus = (word: string): word is Status => (STATUSES as readonly string[]).includes(word);

/** `恒远精工 入驻 白鹿产业园 done ?`; who is no annotation must be the unit the passage is headed with. */
const parseRelation = (
  line: string,
  annotations: readonly Annotation[],
  unit: string,
  where: string,
): AnnotatedRelation => {
  const [subject = '', relation = '', object = '', status = '', optional] = line.split(/\s+/);
  if (!isRelation(relation) || !isStatus(status))
    return fail(where, `“${line}” is not “name 关系 name status”`);
  const indexOf = (name: string): number => {
    const index = annotations.findIndex(({ forms }) => forms.includes(name));
    return index < 0 && name !== unit ? fail(where, `“${line}”: “${name}” is not annotated`) : index;
  };
  return {
    subject: indexOf(subject),
    relation,
    object: indexOf(object),
    status,
    year: null,
    optional: optional === '?',
    evidence: '',
  };
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const section = (passage: string, name: string): string =>
  (passage.split(new RegExp(`^## ${name}\\b.*$`, 'm'))[1] ?? '').split(/^## /m)[0]?.trim() ?? '';

/** Throws with file and line of text where an entry is no annotation, or no form of it stands in the text. */
export const parseCompact = (file: string, content: string): AnnotatedText[] =>
  content
    .split(/^(?=# )/m)
    .filter((passage) => passage.trim() !== '')
    .map((passage, i) => {
      const id = `${file.replace(/\.md$/, '')}-${String(i + 1).padStart(2, '0')}`;
      const text = section(passage, 'text');
      if (text === '') return fail(id, 'no text below “## text”');
      const annotations = linesOf(section(passage, 'entities')).map((line) => {
        const annotation = parseAnnotation(line, id);
        if (!annotation.forms.some((form) => text.includes(form)))
          fail(id, `“${line}”: the text has none of these names`);
        return annotation;
      });
      const indicators = /^## indicators[ \t]*$/m.test(passage)
        ? linesOf(section(passage, 'indicators')).map((line) => parseIndicator(line, id))
        : null;
      const [, types] = /^## relations (.+)$/m.exec(passage) ?? [];
      const relationTypes = (types ?? '').split(' ').filter(isRelation);
      const unit = /^# ([^|]*)/.exec(passage)?.[1]?.trim().split('/').at(-1) ?? '';
      const relations =
        types === undefined
          ? null
          : linesOf(section(passage, 'relations')).map((line) => parseRelation(line, annotations, unit, id));
      return { id, text: `${text}\n`, annotations, relations, relationTypes, indicators };
    });
