import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, setUp } from './setup.mjs';
import { finish, ROOT, run, say } from './steps.mjs';

const REPORTS = join(ROOT, 'node_modules', '.cache', 'long-game');

/** Adds a JSON report of Vitest to the totals. A report that is missing means the runner died: one failure. */
function addReport(path, totals) {
  if (!existsSync(path)) {
    totals.failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(path, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  // A file that does not even load fails as a suite, with no test of its own.
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults?.some((test) => test.status === 'failed'),
  );
  totals.failed += broken.length;
}

/** One run of Vitest, its report added to the totals. @returns {Promise<boolean>} whether it was green */
async function vitest(name, args, totals) {
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run('vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  addReport(report, totals);
  return code === 0;
}

await finish(async () => {
  const began = Date.now();
  const chosen = process.argv.slice(2);
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const red = [];
  const step = async (name, work) => {
    say(name);
    if (!(await work())) red.push(name);
  };

  await setUp();
  await build();
  mkdirSync(REPORTS, { recursive: true });
  if (chosen.length > 0) await step(`Tests: ${chosen.join(' ')}`, () => vitest('chosen', chosen, totals));
  else {
    await step('Types', async () => (await run('tsc', ['--noEmit'])) === 0);
    await step(
      'Format, lint and the arrows between rooms',
      async () => (await run('biome', ['check', '.'])) === 0,
    );
    await step('Nothing unused', async () => (await run('knip', [])) === 0);
    await step('Unit and browser tests', () =>
      vitest('unit-browser', ['--project', 'unit', '--project', 'browser'], totals),
    );
    await step('End-to-end tests', () => vitest('e2e', ['--project', 'e2e'], totals));
    await step('Sizes', async () => (await run('node', ['tests/run/sizes.mjs'])) === 0);
  }

  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  say(red.length === 0 ? `All green in ${minutes} minutes.` : `Red: ${red.join('; ')}. ${minutes} minutes.`);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  return red.length === 0 && totals.failed === 0 ? 0 : 1;
});
