import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { READABILITY_NAMES, smallReadability } from './src/article/build/small-readability.ts';

const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * What opens in a click is kept small. Readability brings what no page needs, and long names for its own members: no
 * minifier shortens either unasked. Only the content script is one file, so only there.
 */
const smallScripts: Plugin = {
  name: 'small-scripts',
  apply: (_, { mode }) => mode === 'production',
  transform(code, id) {
    if (!id.endsWith('/@mozilla/readability/Readability.js')) return null;
    return { code: smallReadability(code), map: null };
  },
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const content = chunk.fileName.startsWith('content-scripts/');
      const { code } = await minify(chunk.code, {
        ecma: 2020,
        module: !content,
        compress: {
          passes: 3,
          keep_fargs: false,
          unsafe_arrows: true,
        },
        mangle: content ? { properties: { regex: READABILITY_NAMES } } : true,
      });
      if (code === undefined) throw new Error(`terser gave nothing for ${chunk.fileName}`);
      chunk.code = code;
    }
  },
};

export default defineConfig({
  manifestVersion: 3,
  publicDir: 'assets/public',
  imports: false,
  vite: () => ({
    plugins: [smallScripts],
    resolve: {
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('./entrypoints/annotate.content/no-context.ts', import.meta.url),
        ),
      },
    },
    // The floor of the manifests below. Without it style sheets are written for browsers that know no light-dark().
    build: { target: ['chrome140', 'firefox153'], modulePreload: false },
  }),
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  manifest: ({ browser }) => ({
    name: 'Long Game',
    description:
      'Marks what an education article says about a resilient learning culture and the learner’s future. On your device only.',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['*://*/*'],
    optional_permissions: ['downloads'],
    incognito: 'not_allowed',
    action: { default_title: 'Long Game: read this page' },
    commands: {
      annotate: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: 'Read this page, or show and hide its marks',
      },
    },
    content_security_policy: { extension_pages: CSP },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'long-game@example.org',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
});
