import { type Browser, browser } from 'wxt/browser';
import type { Session } from '../annotation/session.ts';
import { done, refused, sentenceOf } from './answers.ts';
import { parsePageCommand } from './page-guards.ts';
import type { Answer, PageCommand } from './protocol.ts';
import { isOwnPage } from './senders.ts';

const GONE = 'The page has replaced these words. Read the page again.';

async function carryOut(command: PageCommand, session: Session): Promise<Answer<unknown>> {
  switch (command.type) {
    case 'read':
      // Not awaited: the state says how it goes, and the asker may be a popup that closes.
      void session.read(command.force);
      return done(null);
    case 'stop':
      session.stop();
      return done(null);
    case 'toggle':
      void session.toggle();
      return done(null);
    case 'say-again':
      session.sayAgain();
      return done(null);
    case 'marks':
      await session.setMarks(command.on);
      return done(null);
    case 'show':
      return session.scrollTo(command.index) ? done(null) : refused(GONE);
    case 'show-clipping':
      return session.scrollToClipping(command.id)
        ? done(null)
        : refused('These words are not on today’s page.');
    case 'passage':
      return done(await session.passage(command.index));
    case 'selection':
      return done(await session.selection());
    case 'clippings':
      await session.clippingsChanged(command.clippings);
      return done(null);
    case 'settings':
      await session.applySettings(command.settings);
      return done(null);
  }
}

/** The background has no address of its own in Chrome, and its script's in Firefox; a content script has a tab. */
const isOurs = (sender: Browser.runtime.MessageSender): boolean =>
  sender.id === browser.runtime.id && (sender.tab === undefined || isOwnPage(sender));

/** Carries out what views and background ask of this page. Returns how to stop listening. */
export function serveCommands(session: Session): () => void {
  const onMessage = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: unknown) => void,
  ): boolean => {
    const command = isOurs(sender) ? parsePageCommand(message) : null;
    if (!command) return false;
    carryOut(command, session).then(sendResponse, (error: unknown) =>
      sendResponse(refused(sentenceOf(error))),
    );
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}
