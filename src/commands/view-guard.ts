/**
 * Who may ask the served page's questions: the page itself, nobody else's.
 *
 * Any page the user has open can send requests to this machine. It cannot name us as its host (a name of its own that
 * points here is refused), cannot send JSON without asking first (which is never allowed), and says where it is from.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** The status to refuse with; null where the request may be answered. */
export const refusal = (headers: IncomingHttpHeaders, port: number, asks: boolean): number | null => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (!hosts.includes(host.toLowerCase())) return 403;
  if (!asks) return null;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (site !== undefined && site !== 'same-origin') return 403;
  return headers['content-type'] === 'application/json' ? null : 415;
};
