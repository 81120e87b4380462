import { number, object, text } from '../e2e/json.ts';
import type { TargetPage } from '../e2e/target.ts';

/**
 * PNG of the whole popup, footer included, as large as a window with a screen grows to. Headless Chromium keeps the
 * popup's window at 410 by 510, and takes neither other bounds nor other metrics for it: the picture reaches beyond it.
 */
export async function popupPicture(popup: TargetPage): Promise<Buffer> {
  const box = object(
    await popup.evaluate(`document.querySelector('.popup').getBoundingClientRect().toJSON()`),
  );
  const clip = { x: 0, y: 0, width: number(box.width), height: number(box.height), scale: 1 };
  const wanted = { format: 'png', captureBeyondViewport: true, clip };
  return Buffer.from(text(object(await popup.send('Page.captureScreenshot', wanted)).data), 'base64');
}
