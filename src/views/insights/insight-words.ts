import type { Balance } from '../../framework/balance.ts';
import { tagName } from '../../framework/tag-names.ts';
import { type Insights, type TagCoverage, totalOf } from '../../log/insights.ts';
import type { Period, SpanId, TimeSpan, Unit } from '../../log/time-span.ts';
import { counted, dayWords, figure } from '../log/words.ts';

/** The times to choose from, by name. */
export const SPAN_NAMES: readonly { id: SpanId; name: string }[] = [
  { id: 'weeks', name: 'Last 12 weeks' },
  { id: 'year', name: 'This school year' },
  { id: 'all', name: 'Everything' },
];

const noon = (day: string): string => `${day}T12:00:00`;

/** A day, `YYYY-MM-DD`, as a sentence has it. */
export const dayIn = (day: string, now: Date): string => dayWords(noon(day), now);

/** A time as a sentence ends: "in the last 12 weeks". */
export function spanWords({ id, periods }: TimeSpan, first: Date | null, now: Date): string {
  if (id === 'weeks') return `in the last ${periods.length} weeks`;
  if (id === 'year') return 'this school year';
  return first === null ? 'so far' : `since ${dayWords(first.toISOString(), now)}`;
}

const PERIODS: Readonly<Record<Unit, string>> = { week: 'week', month: 'month', quarter: 'quarter' };
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** Under a chart: "1 Sep", or "Sep 2026" where periods are longer. */
export function periodLabel(unit: Unit, { from }: Period): string {
  const date = new Date(noon(from));
  const words = unit === 'week' ? shortDay.format(date) : `${shortMonth.format(date)} ${date.getFullYear()}`;
  return words.replace('Sept', 'Sep');
}

/** In a table and in a sentence: "week of 1 September", "September 2026", "July to September 2026". */
export function periodWords(unit: Unit, { from, to }: Period, now: Date): string {
  if (unit === 'week') return `week of ${dayIn(from, now)}`;
  const last = longMonth.format(new Date(noon(to)));
  if (unit === 'month') return last;
  return `${new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(noon(from)))} to ${last}`;
}

/** The page's heading: which way what was kept leans. */
export function headline({ balance, span }: Insights, first: Date | null, now: Date): string {
  const when = spanWords(span, first, now);
  if (totalOf(balance) === 0) return `Nothing kept ${when}`;
  const { long, short } = balance;
  const lean =
    long > short ? 'leans long' : short > long ? 'leans short' : long > 0 ? 'is even' : 'leans neither way';
  return `What you kept ${when} ${lean}`;
}

const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The sentence under it, with every count. */
export function wholeWords({ balance, articles }: Insights): string {
  const { long, short, neither } = balance;
  const all = totalOf(balance);
  if (all === 0) return 'Choose a longer time to see what you kept before.';
  return `Of ${counted(all, 'passage')} kept from ${counted(articles, 'article')}, ${figure(long)} ${verb(long, 'looks', 'look')} to the learner or the future and ${figure(short)} to culture and how adults work together today. ${figure(neither)} ${verb(neither, 'leans', 'lean')} neither way.`;
}

/** Fewest passages of a period that are said to turn. */
const ENOUGH_TO_TURN = 5;

/** What stands out in the balance's periods: the last that turned against the whole, and those with nothing. */
export function turnWords({ balance, periods, span }: Insights, now: Date): string[] {
  const words: string[] = [];
  const turned = (each: Balance): boolean =>
    totalOf(each) >= ENOUGH_TO_TURN &&
    (balance.long >= balance.short ? each.short > each.long : each.long > each.short);
  const at = periods.findLastIndex(turned);
  const period = span.periods[at];
  const found = periods[at];
  if (period && found) {
    const [way, count] = found.short > found.long ? ['short', found.short] : ['long', found.long];
    words.push(
      `The ${periodWords(span.unit, period, now)} turned ${way}: ${figure(count)} of the ${figure(totalOf(found))} passages you kept then.`,
    );
  }
  const empty = periods.filter((each) => totalOf(each) === 0).length;
  if (empty > 0 && totalOf(balance) > 0)
    words.push(`In ${figure(empty)} of the ${counted(periods.length, PERIODS[span.unit])} you kept nothing.`);
  return words;
}

/** An idea that is missing, or nearly, and the words after its name. */
export interface Gap {
  tag: TagCoverage['tag'];
  words: string;
}

/** Gaps named beside the chart; the chart and its table have them all. */
const MOST_GAPS = 6;

/** What is missing: longest ago first, then what never was, then what is there once. */
export function gapsIn({ coverage, span, balance }: Insights, first: Date | null, now: Date): Gap[] {
  if (totalOf(balance) === 0) return [];
  const when = spanWords(span, first, now);
  const gone = coverage
    .filter(({ count, last }) => count === 0 && last !== null)
    .sort((a, b) => (a.last ?? '').localeCompare(b.last ?? ''))
    .map(({ tag, last }) => ({ tag, words: `nothing ${when}. The last was on ${dayIn(last ?? '', now)}.` }));
  const never = coverage
    .filter(({ last }) => last === null)
    .map(({ tag }) => ({ tag, words: 'nothing yet.' }));
  const once = coverage
    .filter(({ count }) => count === 1)
    .map(({ tag }) => ({ tag, words: 'one passage, from one site.' }));
  return [...gone, ...never, ...once].slice(0, MOST_GAPS);
}

/** How many of the 17 ideas there is something on. */
export function coverageWords({ coverage }: Insights): string {
  const met = coverage.filter(({ count }) => count > 0).length;
  return `You have kept something on ${figure(met)} of the 17 ideas.`;
}

/** What stands out in the signals: the one that is there most, those gone quiet, those not there. */
export function signalWords({ signals, span }: Insights, now: Date): string[] {
  const unit = PERIODS[span.unit];
  const inPeriods = (counts: readonly number[]): number => counts.filter((count) => count > 0).length;
  const [most] = [...signals].sort((a, b) => inPeriods(b.counts) - inPeriods(a.counts));
  const words: string[] = [];
  if (most && inPeriods(most.counts) > 0)
    words.push(
      `${tagName(most.tag).shortName} is in ${figure(inPeriods(most.counts))} of the ${counted(span.periods.length, unit)}.`,
    );
  for (const { tag, counts } of signals) {
    const last = counts.findLastIndex((count) => count > 0);
    const period = span.periods[last];
    const quiet = counts.length - 1 - last;
    if (period && quiet >= 3)
      words.push(
        `${tagName(tag).shortName} has been quiet since the ${periodWords(span.unit, period, now)}.`,
      );
    if (last < 0) words.push(`${tagName(tag).shortName} is in none.`);
  }
  return words;
}

/** Where the passages are from: the first site, and the one that leans longest. */
export function siteWords({ sites, balance }: Insights): string[] {
  const [first] = sites;
  if (first === undefined) return [];
  const words = [
    sites.length === 1
      ? `All of it is from ${first.site}.`
      : `${figure(totalOf(first.balance))} of ${counted(totalOf(balance), 'passage')} came from ${first.site}.`,
  ];
  const share = (each: Balance): number => each.long / totalOf(each);
  const [longest] = sites
    .filter((each) => totalOf(each.balance) >= ENOUGH_TO_TURN && each.balance.long > each.balance.short)
    .sort((a, b) => share(b.balance) - share(a.balance));
  if (longest && sites.length > 1)
    words.push(
      `${longest.site} leans longest: ${counted(longest.balance.long, 'passage')} of ${figure(totalOf(longest.balance))}.`,
    );
  return words;
}

/** On how many days something was kept, and on which the most. Days in a row are not counted. */
export function dayCountWords({ days }: Insights, now: Date): string {
  let best: string | null = null;
  for (const [day, count] of days) if (best === null || count > (days.get(best) ?? 0)) best = day;
  if (best === null) return 'No day has anything yet.';
  const most = days.get(best) ?? 0;
  return `You kept something on ${counted(days.size, 'day')}. The most on ${dayIn(best, now)}: ${counted(most, 'passage')}.`;
}
