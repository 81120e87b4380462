import { describe, expect, it } from 'vitest';
import { verifiedClip } from '../../../src/messages/verified-clip.ts';

const clip = (url: string) => ({
  page: {
    url,
    visitedUrl: 'https://elsewhere.example/claimed',
    title: 'T',
    byline: null,
    site: 'S',
    published: null,
    language: null,
  },
  quote: 'q',
  selectors: { quote: { exact: 'q', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
  block: null,
  tags: [],
});

describe('the address of a clip', () => {
  it('takes the visited address from the browser, whatever the page says', () => {
    const { page } = verifiedClip(
      clip('https://school.example/story'),
      'https://school.example/story?page=2',
    );
    expect(page.visitedUrl).toBe('https://school.example/story?page=2');
  });

  it('keeps the page’s own canonical address on the same site', () => {
    const { page } = verifiedClip(
      clip('https://school.example/story'),
      'https://www.school.example/amp/story',
    );
    expect(page.url).toBe('https://school.example/story');
  });

  it('does not let a page claim to be another site’s', () => {
    const { page } = verifiedClip(clip('https://bank.example/'), 'https://school.example/story');
    expect(page.url).toBe('https://school.example/story');
  });
});
