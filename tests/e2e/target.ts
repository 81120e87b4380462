import type { CDPSession } from 'playwright-core';
import { control } from './find.ts';
import { array, number, object, text } from './json.ts';
import { until } from './until.ts';

/** A page that Playwright does not list among its own (the popup), driven over the DevTools protocol. */
export interface TargetPage {
  /** Sends one command of the protocol to the page. */
  send(method: string, params?: object): Promise<unknown>;
  /** Value of an expression in the page; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** The visible text of the page's body. */
  text(): Promise<string>;
  /** A real mouse click in the middle of the control with this name, once it is there and at rest. */
  click(name: string | RegExp): Promise<void>;
  /** The same on what a JavaScript expression gives. */
  clickOn(element: string): Promise<void>;
  /** Types into what has the focus, as a keyboard does. */
  type(words: string): Promise<void>;
  /** Presses and releases a key by its DOM name. */
  press(key: string): Promise<void>;
  /** PNG of the page. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Attaches to a target through a browser-wide session. */
export async function attach(cdp: CDPSession, targetId: string): Promise<TargetPage> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const drop = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = object(JSON.parse(event.message));
    if (message.id === undefined) return;
    const call = waiting.get(number(message.id));
    waiting.delete(number(message.id));
    if (message.error === undefined) call?.resolve(message.result);
    else call?.reject(new Error(text(object(message.error).message)));
  });
  cdp.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId === sessionId) drop('the page was closed');
  });

  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const message = JSON.stringify({ id: last, method, params });
      cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  const evaluate = async (expression: string) => {
    const answer = object(
      await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    );
    if (answer.exceptionDetails)
      throw new Error(String(object(object(answer.exceptionDetails).exception).description));
    return object(answer.result).value;
  };
  const centre = async (element: string) => {
    const found = await evaluate(
      `(() => { const e = ${element}; e?.scrollIntoView({ block: 'nearest' });
        const r = e?.getBoundingClientRect(); return r?.width ? [r.x + r.width / 2, r.y + r.height / 2] : null; })()`,
    );
    return found === null || found === undefined ? null : array(found).map(number);
  };

  const clickOn = async (element: string, what: string) => {
    let before = '';
    await until(`${what} is clicked`, async () => {
      // The popup grows while it renders: two looks in a row must agree,
      const now = await centre(element);
      const same = now !== null && String(now) === before;
      before = String(now);
      if (!same) return false;
      // and the click must have arrived: one that met a row on the move is made again.
      await evaluate(`globalThis.arrived = false; addEventListener('click', (event) => {
        const wanted = ${element};
        globalThis.arrived ||= wanted !== null && event.composedPath().includes(wanted);
      }, { capture: true })`);
      const [x, y] = now;
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
      // On a busy machine it arrives a little later; a second click would undo the first.
      const arrival = `new Promise((done) => {
        const end = performance.now() + 1000;
        const look = () => globalThis.arrived || performance.now() > end ? done(globalThis.arrived) : setTimeout(look, 20);
        look();
      })`;
      return evaluate(arrival).then(
        (arrived) => arrived === true,
        (error: Error) => /closed|destroyed|detached/.test(error.message) || Promise.reject(error),
      );
    });
  };

  return {
    send,
    evaluate,
    text: async () => text(await evaluate('document.body?.innerText ?? ""')),
    click: (name) => clickOn(control(name), String(name)),
    clickOn: (element) => clickOn(element, element),
    async type(words) {
      await send('Input.insertText', { text: words });
    },
    async press(key) {
      const codes: Record<string, number> = { Enter: 13, Tab: 9, Escape: 27, ' ': 32 };
      const words = key === 'Enter' ? '\r' : key === ' ' ? ' ' : undefined;
      const event = {
        key,
        code: key === ' ' ? 'Space' : key,
        windowsVirtualKeyCode: codes[key],
        text: words,
      };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    screenshot: async () =>
      Buffer.from(text(object(await send('Page.captureScreenshot', { format: 'png' })).data), 'base64'),
    async close() {
      // A popup closes by itself when another page takes the focus.
      const { targetInfos } = await cdp.send('Target.getTargets');
      if (targetInfos.some((target) => target.targetId === targetId))
        await cdp.send('Target.closeTarget', { targetId });
    },
  };
}
