import { useId } from 'preact/hooks';
import type { ClipRequest } from '../../messages/clip-request.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { Button } from '../../ui/button.tsx';
import { Says, SaysActs, Why } from '../../ui/says.tsx';
import { SelectionButton, SelectionHint } from './clip-selection.tsx';
import { failedTitle, failedWords, languageName, nothingWords } from './words.ts';

interface Selecting {
  selection: ClipRequest | null | undefined;
  onClip(request: ClipRequest): void;
}

/** The browser lets no extension in. */
export const Protected = ({ client }: { client: ViewClient }) => (
  <Says icon="lock" title="The browser keeps this page to itself">
    <p>
      No extension may read settings pages, the extension store or some PDFs. Your reading log is still open
      to you.
    </p>
    <SaysActs>
      <Button onClick={() => void client.openLog()}>Open the reading log</Button>
    </SaysActs>
  </Says>
);

/** The tab could not be read, and it is not one of the known reasons. */
export const Refused = ({ message, onRead }: { message: string; onRead(): void }) => (
  <Says icon="alert" title="This page was not read" trouble>
    <p>{message}</p>
    <SaysActs>
      <Button kind="main" onClick={onRead}>
        Read again
      </Button>
    </SaysActs>
  </Says>
);

interface FramedProps {
  frameUrl: string | null;
  onOpen(url: string): void;
}

/** The article is in a frame of another site. */
export function Framed({ frameUrl, onOpen }: FramedProps) {
  const url = frameUrl !== null && URL.canParse(frameUrl) ? new URL(frameUrl) : null;
  return (
    <Says icon="frame" title="This article belongs to another site">
      <p>
        The page shows <strong>{url?.host ?? 'another site'}</strong> inside a frame. Your press opened the
        page around it; the browser keeps the frame closed. Open the article by itself and press again.
      </p>
      {url && (
        <>
          <SaysActs>
            <Button kind="main" onClick={() => onOpen(url.href)}>
              Open the article
            </Button>
          </SaysActs>
          <p class="hint says__url">{`${url.host}${url.pathname}`}</p>
        </>
      )}
    </Says>
  );
}

/** The article is not in English. */
export function OtherLanguage({ reading, onRead }: { reading: TabReading; onRead(): void }) {
  const language = reading.page?.language;
  const title = language
    ? `This article is in ${languageName(language)}. Long Game reads English.`
    : 'This article is not in English. Long Game reads English.';
  return (
    <Says icon="search-none" title={title}>
      <p>Read it anyway where parts of it are in English. Marks in another language mean nothing.</p>
      <SaysActs>
        <Button onClick={onRead}>Read this page anyway</Button>
      </SaysActs>
    </Says>
  );
}

/** Neither an article nor a list. */
export function NoArticle({ selection, onClip, onRead }: Selecting & { onRead(): void }) {
  const id = useId();
  return (
    <Says icon="search-none" title="No article on this page">
      <p>
        Long Game looked for an article and for a list of stories, and found neither. A line you select can
        still be clipped.
      </p>
      <SaysActs>
        <SelectionButton selection={selection} onClip={onClip} hint={id} />
        <Button kind="text" onClick={onRead}>
          Read the whole page
        </Button>
      </SaysActs>
      <SelectionHint selection={selection} id={id} />
    </Says>
  );
}

/** An article in which nothing is marked. */
export function NothingMarked({ total, selection, onClip }: Selecting & { total: number }) {
  const id = useId();
  return (
    <div class="says says--under">
      <div />
      <div>
        <p>
          <strong>Nothing to mark here.</strong> {nothingWords(total)} If a line matters to you, select it and
          clip it.
        </p>
        <SaysActs>
          <SelectionButton selection={selection} onClip={onClip} hint={id} />
        </SaysActs>
        <SelectionHint selection={selection} id={id} />
      </div>
    </div>
  );
}

interface FailedProps {
  reading: TabReading;
  onRead(): void;
  /** Shows what was found before; no button without it. */
  onShow?(): void;
}

/** The reading broke off. */
export const Failed = ({ reading, onRead, onShow }: FailedProps) => (
  <Says icon="alert" title={failedTitle(reading)} trouble>
    <p>{failedWords(reading)}</p>
    <SaysActs>
      <Button kind="main" onClick={onRead}>
        Read again
      </Button>
      {onShow && <Button onClick={onShow}>Show what was found</Button>}
    </SaysActs>
    {reading.error?.detail && <Why>{reading.error.detail}</Why>}
  </Says>
);
