import type { TabReading } from '../../messages/tab-reading.ts';
import { Logo } from '../../ui/glyph.tsx';
import { Head } from './head.tsx';

/** The very first moment: the frame is there, with the title as soon as it is known. */
export const Finding = ({ reading }: { reading?: TabReading }) =>
  reading?.page ? (
    <main>
      <Head reading={reading}>
        <p class="balance__words" role="status">
          Finding the article.
        </p>
      </Head>
    </main>
  ) : (
    <main>
      <div class="head">
        <div class="head__mark">
          <Logo />
        </div>
        <h1 class="balance__words head__alone">Finding the article.</h1>
      </div>
    </main>
  );
