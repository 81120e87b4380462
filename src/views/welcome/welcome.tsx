import type { Store } from '../../clippings/store.ts';
import type { TagGroup, TagId } from '../../framework/tag-ids.ts';
import { tagById } from '../../framework/tags.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import { Button } from '../../ui/button.tsx';
import { Glyph, Icon, Logo } from '../../ui/glyph.tsx';
import { SignalText } from '../../ui/signal-text.tsx';
import { ShortcutKeys, useShortcut } from '../options/shortcut.tsx';
import './welcome.css';

interface WelcomePageProps {
  client: ViewClient;
  /** Not used: the first page of an installation has nothing to show of a log. */
  store?: Store;
}

const JOBS = 'Most of the work her cousins do was not a job when she started school.';
const CHOSE =
  'She chose the question herself in October, and by spring could say what she did not yet know. ';

/** The first page after the installation: what the marks are, the one click, and where everything stays. */
export const WelcomePage = ({ client }: WelcomePageProps) => (
  <main class="welcome">
    <header class="hello">
      <Logo />
      <div>
        <h1>Read the feed with the long game in mind</h1>
        <p>
          Long Game marks the lines in education articles that speak to how people learn and to the world your
          learners will meet. It reads on this device. Nothing you read, keep or write leaves it.
        </p>
      </div>
    </header>
    <MarksStep />
    <ClickStep client={client} />
    <KeepStep />
    <footer class="end">
      <Button kind="main" onClick={() => void client.openLog()}>
        Open the reading log
      </Button>
      <Button kind="text" onClick={() => void client.openOptions()}>
        All settings
      </Button>
    </footer>
  </main>
);

const MarksStep = () => (
  <section class="step" aria-labelledby="w1">
    <span class="step__n" aria-hidden="true">
      1
    </span>
    <div class="step__words">
      <h2 id="w1">Learn three marks</h2>
      <p>
        A <strong>tint</strong> is a signal of the future: AI, jobs, the economy, new learning, society.
      </p>
      <p>
        A <strong>solid stroke</strong> in the margin is one of nine conditions for learning. A{' '}
        <strong>dotted stroke</strong> is a lens: how the conversation leans.
      </p>
      <p>Select any mark to see which words earned it, and how sure we are: clear, likely or perhaps.</p>
    </div>
    <div class="step__show">
      <div class="sample">
        <Margin group="condition" tags={['agency', 'student-centered']} />
        <p>
          <SignalText
            text={CHOSE + JOBS}
            spans={[{ start: CHOSE.length, end: CHOSE.length + JOBS.length, signals: ['jobs'] }]}
          />
        </p>
        <Margin group="lens" tags={['culture']} />
        <p>The staff eat lunch together now. It took a year, and it changed the meetings.</p>
      </div>
    </div>
  </section>
);

const Margin = ({ group, tags }: { group: TagGroup; tags: readonly TagId[] }) => (
  <ul class="in-margin" data-group={group} aria-label="Marks in the margin">
    {tags.map((tag) => (
      <li key={tag}>
        <b>{tagById(tag).shortName}</b>
        <Glyph tag={tag} />
      </li>
    ))}
  </ul>
);

function ClickStep({ client }: { client: ViewClient }) {
  const shortcut = useShortcut(client);
  const keys = shortcut.known ? shortcut.keys : null;
  return (
    <section class="step" aria-labelledby="w2">
      <span class="step__n" aria-hidden="true">
        2
      </span>
      <div class="step__words">
        <h2 id="w2">Put it where you can reach it</h2>
        <p>
          Pin the button to your toolbar. On an article, or the front page you would choose one from, press it
          {keys === null ? '.' : ' or use the keys.'}
        </p>
        <div class="step__do">{keys !== null && <ShortcutKeys keys={keys} />}</div>
      </div>
      <div class="step__show">
        <div
          class="browser"
          role="img"
          aria-label="The Long Game button, pinned at the right of the address bar"
        >
          <span class="browser__url">schooldispatch.example/class-of-2040</span>
          <Icon icon="panel" />
          <span class="browser__btn">
            <Logo />
          </span>
        </div>
      </div>
    </section>
  );
}

const KeepStep = () => (
  <section class="step" aria-labelledby="w3">
    <span class="step__n" aria-hidden="true">
      3
    </span>
    <div class="step__words">
      <h2 id="w3">Keep little, and be asked about it</h2>
      <p>
        Clip a passage and say why. A week later the reading log asks you one question about it, and only when
        you open it.
      </p>
      <p>
        The log lives in this browser on this device. No one else has a copy: removing Long Game deletes it.
        Save a backup now and then; the log's Export does it.
      </p>
    </div>
    <div class="step__show">
      <div class="keep">
        <p class="meta">Today's question</p>
        <h3>Who in your schools already works this way?</h3>
        <blockquote class="quote">{JOBS}</blockquote>
        <p class="meta">Clipped a week ago</p>
      </div>
    </div>
  </section>
);
