/**
 * Where the two names of a fact stand in its sentence, so that the panel can mark them.
 *
 * Quotation marks and spaces inside a name are no part of it: 三改一拆 is found in “三改”“一拆”.
 * What a clause leaves out (the town, in most reports) is simply not found; the panel says so.
 */
export interface Piece {
  readonly text: string;
  /** Which of the names stands here; null for the text between. */
  readonly name: number | null;
}

const SKIPPED = /[\s"'“”‘’「」『』《》]/u;

const squeeze = (text: string): { text: string; at: readonly number[] } => {
  const at: number[] = [];
  let squeezed = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (SKIPPED.test(letter)) continue;
    squeezed += letter;
    at.push(index);
  }
  return { text: squeezed, at };
};

/** The sentence in pieces; `names[i]` holds every name of the i-th thing, and the longest that occurs is marked. */
export const mark = (sentence: string, names: readonly (readonly string[])[]): readonly Piece[] => {
  const flat = squeeze(sentence);
  const wanted = names
    .flatMap((forms, name) => forms.map((form) => ({ form: squeeze(form).text, name })))
    .filter(({ form }) => form !== '')
    .sort((a, b) => b.form.length - a.form.length);
  const owner: (number | null)[] = Array.from(sentence, () => null);
  const starts = new Set<number>();
  const done = new Set<number>();
  for (const { form, name } of wanted) {
    // A shorter form is marked only where no longer one of the same thing was found.
    if (done.has(name)) continue;
    for (let from = flat.text.indexOf(form); from >= 0; from = flat.text.indexOf(form, from + form.length)) {
      const start = flat.at[from] ?? 0;
      const end = (flat.at[from + form.length - 1] ?? start) + 1;
      if (owner.slice(start, end).some((taken) => taken !== null)) continue;
      owner.fill(name, start, end);
      starts.add(start);
      done.add(name);
    }
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let index = 1; index <= sentence.length; index += 1) {
    if (index < sentence.length && owner[index] === owner[from] && !starts.has(index)) continue;
    pieces.push({ text: sentence.slice(from, index), name: owner[from] ?? null });
    from = index;
  }
  return pieces;
};
