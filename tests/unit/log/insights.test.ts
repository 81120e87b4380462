import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstKept, insightsOf, isEnough, totalOf } from '../../../src/log/insights.ts';
import { type SpanId, timeSpan } from '../../../src/log/time-span.ts';
import { readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, uuid } from '../clippings/made-rows.ts';

const NOW = new Date(2026, 10, 25, 12);
const at = (...parts: [number, number, number]) => new Date(parts[0], parts[1], parts[2], 12).toISOString();
const model = (tag: 'culture' | 'ai' | 'jobs', word: 'clear' | 'likely' | 'perhaps') => ({
  tag,
  word,
  source: 'model' as const,
  confidence: 0.5,
});
const second = madeArticle({ url: 'https://b.example/', site: 'Second' });
const log = madeLog({
  articles: [madeArticle(), second],
  clippings: [
    madeClipping({
      id: uuid(1),
      createdAt: at(2026, 10, 25),
      tags: [model('culture', 'clear'), model('ai', 'perhaps')],
    }),
    madeClipping({
      id: uuid(2),
      createdAt: at(2026, 10, 22),
      tags: [model('culture', 'likely'), { tag: 'ai', source: 'reader' }],
    }),
    madeClipping({ id: uuid(3), createdAt: at(2026, 10, 22), tags: [], articleUrl: second.url }),
    madeClipping({ id: uuid(4), createdAt: at(2026, 4, 3), tags: [model('jobs', 'clear')] }),
  ],
});

describe('a time', () => {
  it('is 12 weeks, Monday to Sunday, the last with today in it', () => {
    const { unit, periods } = timeSpan('weeks', NOW, null);
    expect(unit).toBe('week');
    expect(periods).toHaveLength(12);
    expect(periods[0]).toEqual({ from: '2026-09-07', to: '2026-09-13' });
    expect(periods[11]).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  });

  it('is a school year from August, of this year or the last', () => {
    expect(timeSpan('year', NOW, null).periods[0]?.from).toBe('2026-07-27');
    expect(timeSpan('year', new Date(2026, 6, 31), null).periods[0]?.from).toBe('2025-07-28');
  });

  it.each([
    [new Date(2026, 0, 5), 'week'],
    [new Date(2024, 0, 5), 'month'],
    [new Date(2020, 0, 5), 'quarter'],
  ] as const)('is everything since %s, by %s', (first, unit) => {
    const span = timeSpan('all', NOW, first);
    expect(span.unit).toBe(unit);
    expect(span.periods.length).toBeLessThanOrEqual(60);
  });

  it('has no gap and no overlap, over any change of clocks', () => {
    const first = fc.date({ min: new Date(2001, 0, 1), max: NOW, noInvalidDate: true });
    fc.assert(
      fc.property(first, fc.constantFrom<SpanId>('weeks', 'year', 'all'), (since, id) => {
        const { periods } = timeSpan(id, NOW, since);
        for (const [n, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true);
          const next = periods[n + 1];
          if (next)
            expect(new Date(`${next.from}T12:00Z`).getTime() - new Date(`${to}T12:00Z`).getTime()).toBe(
              86_400_000,
            );
        }
        expect((periods.at(-1)?.from ?? '') <= '2026-11-25').toBe(true);
        expect((periods.at(-1)?.to ?? '') >= '2026-11-25').toBe(true);
      }),
    );
  });
});

describe('insights', () => {
  const insights = insightsOf(log, timeSpan('weeks', NOW, null));

  it('count what is marked and what the reader chose, never a perhaps, week by week', () => {
    expect(insights.balance).toEqual({ long: 1, short: 1, neither: 1 });
    expect(insights.periods.slice(-2)).toEqual([
      { long: 1, short: 0, neither: 1 },
      { long: 0, short: 1, neither: 0 },
    ]);
    expect(insights.signals.find(({ tag }) => tag === 'ai')?.counts.slice(-2)).toEqual([1, 0]);
    expect(insights.articles).toBe(2);
    expect([...insights.days]).toEqual([
      ['2026-11-25', 1],
      ['2026-11-22', 2],
    ]);
  });

  it('cover all 17 ideas, and know when one was last kept, before the time too', () => {
    expect(insights.coverage).toHaveLength(17);
    const of = (wanted: string) => insights.coverage.find(({ tag }) => tag === wanted);
    expect(of('culture')).toEqual({ tag: 'culture', count: 2, sites: 1, last: '2026-11-25' });
    expect(of('jobs')).toEqual({ tag: 'jobs', count: 0, sites: 0, last: '2026-05-03' });
    expect(of('agency')).toEqual({ tag: 'agency', count: 0, sites: 0, last: null });
  });

  it('name the sites, most kept first', () => {
    expect(insights.sites).toEqual([
      { site: 'School Dispatch', articles: 1, balance: { long: 1, short: 1, neither: 0 } },
      { site: 'Second', articles: 1, balance: { long: 0, short: 0, neither: 1 } },
    ]);
  });

  it('add up, whatever the log', () => {
    fc.assert(
      fc.property(readingLog, (any) => {
        const all = insightsOf(any, timeSpan('all', NOW, firstKept(any.clippings)));
        const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
        const total = totalOf(all.balance);
        expect(total).toBeLessThanOrEqual(any.clippings.length);
        expect(sum(all.periods.map(totalOf))).toBe(total);
        expect(sum(all.sites.map(({ balance }) => totalOf(balance)))).toBe(total);
        expect(sum([...all.days.values()])).toBe(total);
        for (const { tag, counts } of all.signals)
          expect(sum(counts)).toBe(all.coverage.find((each) => each.tag === tag)?.count);
      }),
    );
  });
});

it('waits for three weeks or 30 passages', () => {
  expect(isEnough(29, new Date(2026, 10, 10), NOW)).toBe(false);
  expect(isEnough(30, new Date(2026, 10, 24), NOW)).toBe(true);
  expect(isEnough(3, new Date(2026, 10, 4), NOW)).toBe(true);
});
