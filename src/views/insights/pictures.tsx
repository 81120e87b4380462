import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { tagName } from '../../framework/tag-names.ts';
import { type Insights, totalOf } from '../../log/insights.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { EVERYTHING, printHash, type ViewQuery } from '../log/view-query.ts';
import { figure } from '../log/words.ts';
import { BalanceChart } from './balance-chart.tsx';
import { CalendarChart, monthCounts } from './calendar-chart.tsx';
import { ChartFigure } from './chart-figure.tsx';
import {
  coverageWords,
  dayCountWords,
  dayIn,
  gapsIn,
  periodWords,
  signalWords,
  siteWords,
  turnWords,
} from './insight-words.ts';
import { SignalsChart } from './signals-chart.tsx';
import { SitesChart } from './sites-chart.tsx';
import { TagsChart } from './tags-chart.tsx';
import '../../ui/swatch.css';

interface PictureProps {
  insights: Insights;
  first: Date | null;
  now: Date;
}

const logView = (part: Partial<ViewQuery>): string => `/log.html${printHash({ ...EVERYTHING, ...part })}`;

const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase());

/** Words on the left, the picture they describe on the right. */
export function View({
  title,
  words,
  children,
}: {
  title: string;
  words: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="view" aria-labelledby={id}>
      <div class="view__words">
        <h2 id={id}>{title}</h2>
        {words}
      </div>
      {children}
    </section>
  );
}

const sentences = (words: readonly string[]): ComponentChildren =>
  words.length > 0 && <p>{words.join(' ')}</p>;

/** Short and long in each period. */
export const BalancePicture = ({ insights, now }: PictureProps) => {
  const { span, periods, balance } = insights;
  const title = `Short and long, ${span.unit} by ${span.unit}`;
  return (
    <View
      title={title}
      words={
        <>
          <p>
            Up: <strong>the long game</strong>, passages tagged Student-centered, Agency, Competencies,
            Open-walled or any of the five signals.
          </p>
          <p>
            Down: <strong>the short game</strong>, passages tagged Culture, Shared responsibility or
            Over-control, and none of those.
          </p>
          <p>Between the lines: neither.</p>
          {sentences(turnWords(insights, now))}
        </>
      }
    >
      <ChartFigure
        title={title}
        fileName="long-game-balance"
        columns={[capital(span.unit), 'Long game', 'Neither', 'Short game']}
        rows={span.periods.map((period, at) => ({
          key: period.from,
          name: capital(periodWords(span.unit, period, now)),
          href: logView(period),
          cells: [periods[at]?.long ?? 0, periods[at]?.neither ?? 0, periods[at]?.short ?? 0],
        }))}
        draw={(width) => <BalanceChart insights={insights} width={width} />}
      >
        <ul class="key">
          <li>
            <i class="swatch swatch--long" />
            Long game {figure(balance.long)}
          </li>
          <li>
            <i class="swatch swatch--neither" />
            Neither {figure(balance.neither)}
          </li>
          <li>
            <i class="swatch" />
            Short game {figure(balance.short)}
          </li>
        </ul>
      </ChartFigure>
    </View>
  );
};

/** The 17 ideas, and what is missing among them. */
export const TagsPicture = ({ insights, first, now }: PictureProps) => {
  const gaps = gapsIn(insights, first, now);
  const title = 'What you keep, and what is missing';
  const [from, to] = [insights.span.periods[0]?.from ?? null, insights.span.periods.at(-1)?.to ?? null];
  return (
    <View
      title={title}
      words={
        <>
          <p>{coverageWords(insights)}</p>
          {gaps.length > 0 && (
            <ul>
              {gaps.map(({ tag, words }) => (
                <li key={tag} data-group={tagName(tag).group}>
                  <Glyph tag={tag} />
                  <span>
                    <strong>{tagName(tag).shortName}</strong>: {words}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    >
      <ChartFigure
        title={title}
        fileName="long-game-ideas"
        columns={['Idea', 'Passages', 'Sites', 'Last kept']}
        rows={insights.coverage.map(({ tag, count, sites, last }) => ({
          key: tag,
          name: tagName(tag).shortName,
          href: logView({ tags: [tag], from, to }),
          cells: [count, sites, last === null ? 'never' : dayIn(last, now)],
        }))}
        draw={(width) => <TagsChart insights={insights} width={width} />}
      />
    </View>
  );
};

/** The five signals over the time. */
export const SignalsPicture = ({ insights, now }: PictureProps) => {
  const { span, signals } = insights;
  const title = 'Five signals over time';
  return (
    <View title={title} words={sentences(signalWords(insights, now))}>
      <ChartFigure
        title={title}
        fileName="long-game-signals"
        columns={[capital(span.unit), ...signals.map(({ tag }) => tagName(tag).shortName)]}
        rows={span.periods.map((period, at) => ({
          key: period.from,
          name: capital(periodWords(span.unit, period, now)),
          href: logView({ ...period, groups: ['signal'] }),
          cells: signals.map(({ counts }) => counts[at] ?? 0),
        }))}
        draw={(width) => <SignalsChart insights={insights} width={width} />}
      />
    </View>
  );
};

/** The sites it came from. */
export const SitesPicture = ({ insights }: PictureProps) => {
  const title = 'Where you read';
  return (
    <View title={title} words={sentences(siteWords(insights))}>
      <ChartFigure
        title={title}
        fileName="long-game-sites"
        columns={['Site', 'Articles', 'Kept', 'Short game', 'Neither', 'Long game']}
        rows={insights.sites.map(({ site, articles, balance }) => ({
          key: site,
          name: site,
          href: logView({ site }),
          cells: [articles, totalOf(balance), balance.short, balance.neither, balance.long],
        }))}
        draw={(width) => <SitesChart insights={insights} width={width} />}
      />
    </View>
  );
};

/** The days, or months, on which something was kept. */
export const CalendarPicture = ({ insights, now }: PictureProps) => {
  const title = 'When you read';
  const byDay = insights.span.unit === 'week';
  const counts = byDay ? insights.days : monthCounts(insights);
  const lastDay = (month: string): string => {
    const [year, at] = month.split('-').map(Number);
    return `${month}-${new Date(year ?? 0, at ?? 0, 0).getDate()}`;
  };
  return (
    <View title={title} words={<p>{dayCountWords(insights, now)}</p>}>
      <ChartFigure
        title={title}
        fileName="long-game-calendar"
        columns={[byDay ? 'Day' : 'Month', 'Passages']}
        rows={[...counts]
          .sort(([a], [b]) => (a < b ? 1 : -1))
          .map(([when, count]) => ({
            key: when,
            name: byDay
              ? dayIn(when, now)
              : periodWords('month', { from: `${when}-01`, to: lastDay(when) }, now),
            href: logView(byDay ? { from: when, to: when } : { from: `${when}-01`, to: lastDay(when) }),
            cells: [count],
          }))}
        draw={(width) => <CalendarChart insights={insights} width={width} now={now} />}
      />
    </View>
  );
};
