import type { Insights } from '../../log/insights.ts';
import { totalOf } from '../../log/insights.ts';
import { BalanceBar } from '../../ui/balance-bar.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { counted, listed } from '../log/words.ts';
import { View } from './pictures.tsx';

/** A log with too little in it to draw: what there is, in numbers. */
export function EarlyDays({ insights }: { insights: Insights }) {
  const { balance, coverage, sites, articles } = insights;
  const all = totalOf(balance);
  const met = coverage.filter(({ count }) => count > 0).map(({ tag }) => tag);
  const waiting = coverage.filter(({ count }) => count === 0).map(({ tag }) => tag);
  return (
    <>
      <div class="lead">
        <h1>
          So far: {counted(all, 'passage')}, {counted(articles, 'article')}
        </h1>
        <p>The charts wait. Drawn now, they would say more about the week than about your reading.</p>
      </div>
      <View
        title="So far, in numbers"
        words={<p>Week by week begins after three weeks, or 30 passages, whichever comes first.</p>}
      >
        <div class="early__balance">
          <BalanceBar
            balance={balance}
            words={`${counted(all, 'passage')}. Too few to say which way they lean.`}
          />
        </div>
      </View>
      <View
        title="What you have met"
        words={
          <p>
            {met.length} of the 17 ideas.
            {waiting.length > 0 && ` The other ${waiting.length} are waiting, not missing.`}
          </p>
        }
      >
        <div class="early__ideas">
          {met.length > 0 && (
            <>
              <h3>Kept</h3>
              <TagList tags={met} label="Kept" />
            </>
          )}
          {waiting.length > 0 && (
            <>
              <h3>Not yet</h3>
              <div class="tags--wait">
                <TagList tags={waiting} label="Not yet" />
              </div>
            </>
          )}
        </div>
      </View>
      <View
        title="Where you read"
        words={
          <p>
            {listed(sites.map(({ site, balance: own }) => `${site}, ${counted(totalOf(own), 'passage')}`))}.
          </p>
        }
      >
        <p>
          <a href="/log.html">Read them again</a>
        </p>
      </View>
    </>
  );
}
