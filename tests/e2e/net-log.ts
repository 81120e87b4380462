import { readFile } from 'node:fs/promises';
import { array, number, object } from './json.ts';

/** A request that the browser began, and who began it. */
export interface LoggedRequest {
  url: string;
  /** An origin, or words of Chromium's such as "not an origin" for the browser's own. */
  initiator: string;
}

/**
 * Every request in a log that Chromium wrote with `--log-net-log`: of pages, content scripts, extension pages and
 * service workers alike. The log is complete once the browser has closed.
 */
export async function requestsIn(path: string): Promise<LoggedRequest[]> {
  const log = object(JSON.parse(await readFile(path, 'utf8')));
  const types = object(object(log.constants).logEventTypes);
  const start = number(types.URL_REQUEST_START_JOB);
  return array(log.events).flatMap((event) => {
    const { type, params } = object(event);
    if (type !== start || params === undefined) return [];
    const { url, initiator } = object(params);
    return typeof url === 'string' ? [{ url, initiator: String(initiator ?? '') }] : [];
  });
}

/** Whether a request stays on this machine. */
export const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
