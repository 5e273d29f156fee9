/**
 * Passages in compact form → annotated texts. One or several in a file, each beginning with `# place | what | source`
 * and with the sections `## text` and `## entities`; relations and indicators are not read here.
 */
import { ENTITY_TYPES, type EntityType, type RelationType, type Status } from '../dist/schema.js';

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
  /** Null where only names were annotated. */
  readonly relations: readonly AnnotatedRelation[] | null;
}

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

const section = (passage: string, name: string): string =>
  (passage.split(new RegExp(`^## ${name}[ \\t]*$`, 'm'))[1] ?? '').split(/^## /m)[0]?.trim() ?? '';

/** Throws with file and line of text where an entry is no annotation, or no form of it stands in the text. */
export const parseCompact = (file: string, content: string): AnnotatedText[] =>
  content
    .split(/^(?=# )/m)
    .filter((passage) => passage.trim() !== '')
    .map((passage, i) => {
      const id = `${file.replace(/\.md$/, '')}-${String(i + 1).padStart(2, '0')}`;
      const text = section(passage, 'text');
      if (text === '') return fail(id, 'no text below “## text”');
      const annotations = section(passage, 'entities')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
          const annotation = parseAnnotation(line, id);
          if (!annotation.forms.some((form) => text.includes(form)))
            fail(id, `“${line}”: the text has none of these names`);
          return annotation;
        });
      return { id, text: `${text}\n`, annotations, relations: null };
    });
