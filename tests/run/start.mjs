import { build, setUp } from './setup.mjs';
import { finish, hasDisplay, projectNode, run, say } from './steps.mjs';

await finish(async () => {
  await setUp();
  await build();
  const headed = hasDisplay();
  say(
    headed
      ? 'Opening Chromium with Long Game and a sample article.'
      : 'No display here: running the demo headless.',
  );
  return run(projectNode(), [
    '--disable-warning=ExperimentalWarning',
    headed ? 'tests/run/show.ts' : 'tests/run/demo.ts',
  ]);
});
