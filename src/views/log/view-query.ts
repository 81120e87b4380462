import type { SortOrder } from '../../clippings/search-query.ts';
import type { Side } from '../../framework/balance.ts';
import { isTagId, type TagGroup, type TagId } from '../../framework/tag-ids.ts';

/** What of the log is shown. It lives in the page's address, so that a view can be bookmarked and gone back to. */
export interface ViewQuery {
  text: string;
  /** Any of these; empty means all. */
  tags: TagId[];
  /** Groups of tags: any of these, or of the tags. */
  groups: TagGroup[];
  /** Any of these; empty means all. */
  sides: Side[];
  site: string | null;
  /** Local calendar days (`2026-11-24`), both included. */
  from: string | null;
  to: string | null;
  /** Only what is due for its question. */
  due: boolean;
  /** Only what has a note, or has none. */
  note: boolean | null;
  /** Only what has an answer, or has none. */
  answered: boolean | null;
  /** Only what was not found on its page. */
  lost: boolean;
  /** Only what taught this tag: the reader gave it to the clipping, or took it away. */
  taught: TagId | null;
  /** Not a filter. */
  sort: SortOrder;
  /** The clipping opened beside the list. Not a filter. */
  clipping: string | null;
}

export const EVERYTHING: ViewQuery = {
  text: '',
  tags: [],
  groups: [],
  sides: [],
  site: null,
  from: null,
  to: null,
  due: false,
  note: null,
  answered: null,
  lost: false,
  taught: null,
  sort: 'newest',
  clipping: null,
};

const SIDES: readonly Side[] = ['long', 'short', 'neither'];
const GROUPS: readonly TagGroup[] = ['signal', 'condition', 'lens'];
const SORTS: readonly SortOrder[] = ['newest', 'oldest', 'title', 'site', 'due'];
const isGroup = (value: string): value is TagGroup => GROUPS.some((group) => group === value);
const yesOrNo = (value: string | null): boolean | null =>
  value === 'yes' ? true : value === 'no' ? false : null;
const isSide = (value: string): value is Side => SIDES.some((side) => side === value);
const isDay = (value: string | null): value is string =>
  value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const unique = <T>(values: T[]): T[] => [...new Set(values)];

/** Reads the fragment of the page's address. What it does not know is left out: an old bookmark still opens. */
export function parseHash(hash: string): ViewQuery {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const from = params.get('from');
  const to = params.get('to');
  const taught = params.get('taught');
  return {
    text: params.get('q') ?? '',
    tags: unique(params.getAll('tag').filter(isTagId)),
    groups: unique(params.getAll('group').filter(isGroup)),
    sides: unique(params.getAll('side').filter(isSide)),
    site: params.get('site') || null,
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
    due: params.get('due') === '1',
    note: yesOrNo(params.get('note')),
    answered: yesOrNo(params.get('answered')),
    lost: params.get('lost') === '1',
    taught: isTagId(taught) ? taught : null,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'newest',
    clipping: params.get('clipping') || null,
  };
}

/** The fragment for a view, with its `#`; empty for the whole log. The reverse of `parseHash`. */
export function printHash(query: ViewQuery): string {
  const params = new URLSearchParams();
  if (query.text !== '') params.set('q', query.text);
  for (const tag of query.tags) params.append('tag', tag);
  for (const group of query.groups) params.append('group', group);
  for (const side of query.sides) params.append('side', side);
  if (query.site !== null) params.set('site', query.site);
  if (query.from !== null) params.set('from', query.from);
  if (query.to !== null) params.set('to', query.to);
  if (query.due) params.set('due', '1');
  if (query.note !== null) params.set('note', query.note ? 'yes' : 'no');
  if (query.answered !== null) params.set('answered', query.answered ? 'yes' : 'no');
  if (query.lost) params.set('lost', '1');
  if (query.taught !== null) params.set('taught', query.taught);
  if (query.sort !== 'newest') params.set('sort', query.sort);
  if (query.clipping !== null) params.set('clipping', query.clipping);
  const printed = params.toString();
  return printed === '' ? '' : `#${printed}`;
}

/** The fragment for what is listed, and how: the same whatever clipping is open beside it. */
export const viewOf = (query: ViewQuery): string => printHash({ ...query, clipping: null });

/** Whether the list holds less than everything. */
export const isFiltered = (query: ViewQuery): boolean => viewOf({ ...query, sort: 'newest' }) !== '';
