import { build, setUp } from './setup.mjs';
import { finish, projectNode, run, say } from './steps.mjs';

await finish(async () => {
  await setUp();
  await build();
  const shown = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const headed = process.platform === 'darwin' || process.platform === 'win32' || shown;
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
