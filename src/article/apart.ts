/** Names of boxes that stand in an article without being part of it. Common words of the trade, no site's own. */
const NAMES = [
  'related\\w*|recommend\\w*|read-?(more|next|also)|view-?more|more-?(on|from|stories|news)',
  'share\\w*|sharing|social\\w*|comments?|comment-?(list|form|section|area|respond)s?|respond|disqus|rating|votes?',
  'news-?letter\\w*|subscri(be|ption)\\w*|sign-?up|login|paywall|cta|donat\\w*|promo\\w*|callout|no-?print',
  'breadcrumbs?|pagination|pager|nav|navbar|navigation|menu|toolbar|skip-?link|sidebar|footer|complementary',
  'widget(-?(area|title|container))?|textwidget|embeds?|reviews?|fact-?box|cookies?|consent|gdpr|advert\\w*|ads?|adsense|sponsor(ed)?|outbrain|taboola',
  'authors?|author-?(bio|box|card|info|about)|about-?author|profile\\w*|contact\\w*|by-?line|dateline|signature|user-?info',
  'tags|tag-?(list|links|cloud)|most-?(read|popular)|trending|popular',
  'post-?meta|postmetadata|entry-?(meta|utility|footer)|article-?meta|meta-?(data|info)?|credits?|copyright|notice',
  'print(er)?-?(link|only)s?|site-?(name|title|desc\\w*)|tagline|slogan',
];
const APART = new RegExp(`(^|[^a-z])(${NAMES.join('|')})(?![a-z])`);
const APART_TAGS = /^(nav|footer|aside|form|button|menu|dialog)$/;
const CAPTION = /(^|[^a-z])\w*caption(?![a-z])/;

/** Whether a box says of itself, by tag or name, that it is not of the text around it. */
export const saysApart = ({ tag, names }: { tag: string; names: string }): boolean =>
  APART_TAGS.test(tag) || APART.test(names);

/** Whether a box says of itself that it is a picture's caption. */
export const saysCaption = ({ tag, names }: { tag: string; names: string }): boolean =>
  tag === 'figcaption' || CAPTION.test(names);
