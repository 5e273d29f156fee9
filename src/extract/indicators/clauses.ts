/** Quantities of one sentence, each with the text that stands on its left and right in its clause. */
import type { Span } from '../../model.js';
import type { Quantity } from './quantities.js';

export interface Placed {
  readonly quantity: Quantity;
  /** From the start of the clause or the end of the quantity before it. */
  readonly left: Span;
  /** To the end of the clause or the start of the next quantity. */
  readonly right: Span;
  /** Its clause, and the position of that in the sentence. */
  readonly inside: Span;
  readonly clause: number;
  /** Whether a quantity of the same clause stands on its left. */
  readonly follows: boolean;
  /** Whether another one stands on its right. */
  readonly leads: boolean;
}

const STOPS = ',;:。!?';
/** An unclosed quotation mark does not swallow the sentence. */
const QUOTE_REACH = 30;

/** Clauses parted by punctuation outside quotation marks; a bracket is a clause of its own. */
export const parts = (norm: string, [start, end]: Span): Span[] => {
  const found: Span[] = [];
  let from = start;
  let quote = -1;
  const cut = (at: number) => {
    if (at > from) found.push([from, at]);
    from = at + 1;
  };
  for (let i = start; i < end; i++) {
    const char = norm[i] ?? '';
    if (char === '“') quote = i;
    else if (char === '”') quote = -1;
    else if (quote >= 0 && i - quote < QUOTE_REACH) continue;
    else if (
      STOPS.includes(char) &&
      !(char === ',' && /\d/.test(norm[i + 1] ?? '') && /\d,\d{3}/.test(norm.slice(i - 1, i + 4)))
    )
      cut(i);
  }
  cut(end);
  return found;
};

export const placed = (norm: string, sentence: Span, quantities: readonly Quantity[]): Placed[] => {
  const found: Placed[] = [];
  let q = 0;
  for (const [clause, span] of parts(norm, sentence).entries()) {
    let from = span[0];
    const first = q;
    while (q < quantities.length && (quantities[q]?.span[0] ?? 0) < span[1]) {
      const quantity = quantities[q];
      if (!quantity) break;
      const next = quantities[q + 1];
      const to = next && next.span[0] < span[1] ? next.span[0] : span[1];
      found.push({
        quantity,
        left: [from, quantity.span[0]],
        right: [Math.min(quantity.span[1], to), to],
        inside: span,
        clause,
        follows: q > first,
        leads: to < span[1],
      });
      from = quantity.span[1];
      q++;
    }
  }
  return found;
};
