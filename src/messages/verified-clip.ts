import { canonicalUrl } from '../article/canonical-url.ts';
import type { ClipRequest } from './clip-request.ts';

/**
 * The page as the browser knows it: the visited address is the browser's word, and a page can't claim to be
 * another site's.
 */
export function verifiedClip(clip: ClipRequest, visitedUrl: string): ClipRequest {
  const url = canonicalUrl(visitedUrl, clip.page.url);
  return { ...clip, page: { ...clip.page, url, visitedUrl } };
}
