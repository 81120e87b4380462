import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageCommand } from '../../../src/messages/page-guards.ts';
import { pageCommand } from '../../../src/messages/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/defaults.ts';

const commands = [
  { type: 'show', index: 3 },
  { type: 'show-clipping', id: 'a' },
  { type: 'marks', on: false },
  { type: 'stop' },
  { type: 'read', force: true },
  { type: 'toggle' },
  { type: 'say-again' },
  { type: 'selection' },
  { type: 'passage', index: 0 },
  { type: 'clippings', clippings: [] },
  { type: 'settings', settings: DEFAULT_SETTINGS },
];

describe('commands to a page', () => {
  it.each(commands)('takes $type, as the schema does', (command) => {
    expect(pageCommand.safeParse(command).success).toBe(true);
    expect(parsePageCommand(command)).toEqual(command);
  });

  it('knows every command of the schema', () => {
    const types = pageCommand.def.options.map((option) => [...option.def.shape.type.def.values][0]);
    expect(commands.map((command) => command.type).sort()).toEqual([...types].sort());
  });

  it.each([
    null,
    'show',
    [],
    { type: 'constructor' },
    { type: 'show' },
    { type: 'show', index: -1 },
    { type: 'show', index: 1.5 },
    { type: 'marks', on: 'yes' },
    { type: 'clippings', clippings: [{ id: 'a' }] },
    { type: 'settings', settings: {} },
  ])('refuses %j', (command) => {
    expect(parsePageCommand(command)).toBeNull();
  });

  it('refuses whatever the schema refuses, whatever the fields hold', () => {
    const field = fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.string(), fc.constant(null));
    // A clipping's rows are looked at less closely here: the background has parsed them.
    const type = fc.constantFrom(...commands.map((command) => command.type).filter((t) => t !== 'clippings'));
    const command = fc.record({ type, index: field, id: field, on: field, force: field, settings: field });
    fc.assert(
      fc.property(command, (value) => {
        expect(parsePageCommand(value) !== null).toBe(pageCommand.safeParse(value).success);
      }),
    );
  });
});
