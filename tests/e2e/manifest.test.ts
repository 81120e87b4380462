import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { object } from './json.ts';

const read = async (path: string) =>
  object(JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8')));

describe.each([
  ['chrome-mv3', 'chrome'],
  ['firefox-mv3', 'firefox'],
])('the manifest of %s', (build, name) => {
  it('is the one that was looked at', async () => {
    // A change here is a change of what readers are asked to allow: look, then change the snapshot by hand.
    expect(await read(`../../.output/${build}/manifest.json`)).toEqual(await read(`manifest/${name}.json`));
  });

  it('asks for no host at install, and lets no page read our files', async () => {
    const manifest = await read(`../../.output/${build}/manifest.json`);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });
});
