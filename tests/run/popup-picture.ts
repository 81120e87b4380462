import { object, text } from '../e2e/json.ts';
import type { TargetPage } from '../e2e/target.ts';

/** The popup's own size in CSS pixels: what a window with a screen grows to. */
const CLIP = { x: 0, y: 0, width: 380, height: 560, scale: 1 };

/**
 * PNG of the whole popup, footer included. Headless Chromium keeps the popup's window at 410 by 510, and takes neither
 * other bounds nor other metrics for it, so the picture reaches beyond the window.
 */
export async function popupPicture(popup: TargetPage): Promise<Buffer> {
  const wanted = { format: 'png', captureBeyondViewport: true, clip: CLIP };
  return Buffer.from(text(object(await popup.send('Page.captureScreenshot', wanted)).data), 'base64');
}
