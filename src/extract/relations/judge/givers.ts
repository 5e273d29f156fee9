/**
 * Who gives a title does not win it: 省民政厅、省妇联公布示范村名单, 东坝村被县委命名为文明村. Of 334 such pairs of the
 * training texts none is a winner.
 */
import type { Span } from '../../../model.js';
import type { EntityType } from '../../../schema.js';

const GIVERS: ReadonlySet<EntityType> = new Set(['Organization', 'Region', 'Event']);
/** What may stand before an agent. */
const BY = /[被由经]$/;
/**
 * Others who give with them, then what they do: 省民政厅|、省妇联近日联合公布. What parts the others is no part of them, so
 * that there is one way to read a list, however long.
 */
const GIVES =
  /^(?:[、和与][^,。;、和与被]{1,14}?){0,8}?(?:等\d*(?:个|家)?(?:部门|单位)?)?(?:联合|正式|日前|近日|近期|随后|先后|又|还|发文|,){0,4}(?:公布|发布|公示|印发|下发|通报|命名|认定|授予|评定|表彰)(?!为)/;
/** Characters behind a name looked at. */
const REACH = 120;

/** Whether what stands at `giver` gives the title that begins at `title`. */
export const givesTitle = (norm: string, type: EntityType, [start, end]: Span, title: number): boolean =>
  GIVERS.has(type) &&
  end <= title &&
  (BY.test(norm.slice(Math.max(0, start - 1), start)) ||
    GIVES.test(norm.slice(end, Math.min(title, end + REACH))));
