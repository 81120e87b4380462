/**
 * `npm run test:mutants -- [--only WORDS]`: applies one breaking change after another to a copy of the project, and
 * expects the tests named for it to turn red. A mutant that survives is a promise nobody holds. Ends with one line of
 * JSON, and with 1 when one survived or no longer fits the code.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { array, number, object } from '../e2e/json.ts';
import { copyTree } from './copy.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, where hard links work, and ignored by git.
const COPY = join(ROOT, '.cache', 'mutant');
const REPORT = join(COPY, 'report.json');
const BUILDS: Record<string, string[]> = {
  chromium: ['wxt', 'build'],
  firefox: ['wxt', 'build', '-b', 'firefox', '--mv3'],
};

type Outcome = 'killed' | 'SURVIVED' | 'STALE' | 'BROKEN';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const chosen = MUTANTS.filter((mutant) =>
  `${mutant.promise} ${mutant.breaks}`.toLowerCase().includes(values.only.toLowerCase()),
);
if (chosen.length === 0) {
  console.error(`No mutant speaks of "${values.only}".`);
  process.exit(2);
}

/** Runs a command of the project in the copy. @returns whether it ended well */
function inCopy([command = '', ...args]: string[]): boolean {
  const path = `${join(COPY, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const { status } = spawnSync(command, args, {
    cwd: COPY,
    env: { ...process.env, PATH: path },
    stdio: 'ignore',
    timeout: 600_000,
  });
  return status === 0;
}

/** What git does not keep but the tests read: the encoder's files. */
function buildEncoder(): void {
  if (!inCopy(['node', 'src/classifier/encoder/build/build-encoder.ts']))
    throw new Error('The sentence encoder could not be built in the copy.');
}

/** Builds what the tests of this mutant look at. A mutant that does not build was seen by the compiler, not by a test. */
function built({ project, tests }: Mutant): boolean {
  if (project !== 'e2e') return true;
  const both = tests.some((test) => /manifest|firefox|sizes/.test(test));
  return inCopy(BUILDS.chromium ?? []) && (!both || inCopy(BUILDS.firefox ?? []));
}

/** Runs tests in the copy; gives how many passed and failed, or null when the runner told nothing. */
function runTests({ project, tests }: Mutant): { passed: number; failed: number } | null {
  rmSync(REPORT, { force: true });
  inCopy(['vitest', 'run', '--project', project, ...tests, '--reporter=json', `--outputFile=${REPORT}`]);
  try {
    const report = object(JSON.parse(readFileSync(REPORT, 'utf8')));
    const broken = array(report.testResults).filter((file) => object(file).status === 'failed').length;
    return { passed: number(report.numPassedTests), failed: Math.max(number(report.numFailedTests), broken) };
  } catch {
    return null; // no report: the runner itself did not come up
  }
}

function judge(mutant: Mutant): Outcome {
  const source = readFileSync(join(ROOT, mutant.file), 'utf8');
  if (source.split(mutant.find).length !== 2) return 'STALE';
  const path = join(COPY, mutant.file);
  writeFileSync(
    path,
    source.replace(mutant.find, () => mutant.replace),
  );
  try {
    if (!built(mutant)) return 'BROKEN';
    const result = runTests(mutant);
    if (result === null) return 'BROKEN';
    return result.failed > 0 ? 'killed' : 'SURVIVED';
  } finally {
    copyFileSync(join(ROOT, mutant.file), path);
  }
}

console.log(`Copying the project to ${COPY}`);
copyTree(ROOT, COPY);
inCopy(['wxt', 'prepare']);
buildEncoder();

// Unbroken, the tests must be green: else nothing is proven by a red one.
const suites = new Map(chosen.map((mutant) => [`${mutant.project} ${mutant.tests.join(' ')}`, mutant]));
let red = 0;
for (const [name, mutant] of suites) {
  const result = built(mutant) ? runTests(mutant) : null;
  if (result !== null && result.failed === 0 && result.passed > 0) continue;
  red += 1;
  console.log(`Already red without any change: ${name}`);
}

const outcomes: { mutant: Mutant; outcome: Outcome }[] = [];
for (const mutant of red > 0 ? [] : chosen) {
  const outcome = judge(mutant);
  outcomes.push({ mutant, outcome });
  console.log(`${outcome.padEnd(9)} ${mutant.promise.padEnd(27)} ${mutant.breaks}`);
}
rmSync(COPY, { recursive: true, force: true });

const counts: Record<string, number> = {};
for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
console.log(JSON.stringify({ mutants: chosen.length, alreadyRed: red, ...counts }));
process.exit(red === 0 && outcomes.every(({ outcome }) => outcome === 'killed') ? 0 : 1);
