const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|_hs(enc|mi)|__hs(tc|sc|fp)|hsctatracking|oly_(anon|enc)_id|vero_(id|conv)|wickedid|ref_(src|url)|__twitter_impression|guccounter|guce_referrer.*|_ga|_gl|cmpid|ocid|ncid|spm|wt_mc|wt_zmc|xtor|at_(medium|campaign|custom\d+)|__cf_chl.*)$/i;

/** `#/route` and `#!route` name a page of a single-page site; every other fragment names a place in a page. */
const ROUTE = /^#!?\/.|^#![^/]/;

/** The host without the prefixes that name another form of the same site. */
export const bareHost = (host: string): string => host.replace(/^((www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '');

/**
 * The one URL under which an article is known, so that fragments and tracking parameters do not split its
 * clippings. The page's own claim (`rel=canonical`, `og:url`) is believed only where it is http(s), on the same
 * host but for a leading `www.`, `m.` or `amp.`, and does not send an inner page to the front page.
 * Pure; the same answer for its own answer.
 *
 * @param visited the URL the reader is on
 * @param claimed what the page says its URL is, absolute or relative, or null
 * @returns an http(s) URL; `visited` unchanged when it is not one itself
 */
export function canonicalUrl(visited: string, claimed: string | null): string {
  const here = httpUrl(visited, undefined);
  if (!here) return visited;
  const own = clean(here);
  const there = claimed?.trim() && !ROUTE.test(here.hash) ? httpUrl(claimed.trim(), here.href) : null;
  if (!there || bareHost(there.host) !== bareHost(here.host)) return own;
  if (there.pathname === '/' && !there.search && (here.pathname !== '/' || here.search)) return own;
  return clean(there);
}

function httpUrl(text: string, base: string | undefined): URL | null {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

function clean(from: URL): string {
  const url = new URL(from);
  url.username = '';
  url.password = '';
  url.hash = ROUTE.test(url.hash) ? (url.hash.split(':~:')[0] ?? '') : '';
  // By hand: URLSearchParams would write the other parameters anew.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
    .join('&');
  url.search = kept && `?${kept}`;
  return url.href;
}
