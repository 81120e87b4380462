import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { CHROMIUM } from './tests/run/browsers.mjs';

const provider = playwright({
  launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox'] },
});
const benchmark = { include: [] as string[] };

export default defineConfig({
  test: {
    projects: [
      {
        // WxtVitest gives a fake `browser`, for Node only: it breaks Vitest's browser mode.
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          benchmark,
        },
      },
      {
        // Named, because Vite reloads the page when it meets one in the middle of a run, and tests fail to load.
        optimizeDeps: {
          include: [
            '@mozilla/readability/Readability.js',
            'approx-string-match',
            'axe-core',
            'fast-check',
            'idb',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'wxt/testing/fake-browser',
            'zod/mini',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          benchmark,
          setupFiles: ['tests/browser/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          benchmark,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
