import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { NoteField } from '../../../src/ui/note-field.tsx';

let root: HTMLElement;
/** Saves under the test's hand: each waits until it is told to end. */
let saves: { text: string; done(): void; fail(error: unknown): void }[] = [];

const save = (text: string) =>
  new Promise<void>((done, fail) => {
    saves.push({ text, done, fail });
  });
const draw = (value = '', draft: string | null = null) =>
  render(<NoteField value={value} draft={draft} save={save} />, root);
const saved = screen.getByText('Saved as you type');
const note = screen.getByLabelText('Your note');

beforeEach(() => {
  saves = [];
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('each keystroke is saved, and it says so only when the last one is', async () => {
  draw();
  await userEvent.type(note, 'abc');
  expect(saves.map(({ text }) => text)).toEqual(['a', 'ab', 'abc']);
  saves[0]!.done();
  saves[1]!.done();
  await expect.element(note).toHaveValue('abc');
  expect(saved.query()).toBeNull();
  saves[2]!.done();
  await expect.element(saved).toBeVisible();
});

test('a late failure of an earlier keystroke does not undo the last one’s word', async () => {
  draw();
  await userEvent.type(note, 'ab');
  saves[1]!.done();
  await expect.element(saved).toBeVisible();
  saves[0]!.fail(new Error('too late'));
  await expect.element(saved).toBeVisible();
  expect(screen.getByText(/too late/).query()).toBeNull();
});

test('a failed save keeps the text, says why, and can be tried again', async () => {
  draw('old');
  await userEvent.fill(note, 'new');
  saves.at(-1)!.fail(new Error('This browser gives Long Game no more room.'));
  await expect.element(screen.getByText(/no more room/)).toBeVisible();
  await expect.element(note).toHaveAttribute('aria-invalid', 'true');
  draw('older still'); // a change from elsewhere must not take the unsaved words
  await expect.element(note).toHaveValue('new');
  await screen.getByRole('button', { name: 'Save again' }).click();
  expect(saves.at(-1)?.text).toBe('new');
  saves.at(-1)!.done();
  await expect.element(saved).toBeVisible();
});

test('something that is no error still ends in a sentence', async () => {
  draw();
  await userEvent.type(note, 'a');
  saves[0]!.fail('odd');
  await expect.element(screen.getByText(/could not be saved.*copy it before you close/)).toBeVisible();
});

test('a change from elsewhere is taken over, unless the reader is typing', async () => {
  draw('one');
  draw('two');
  await expect.element(note).toHaveValue('two');
  await note.click();
  draw('three');
  await expect.element(note).toHaveValue('two');
});

test('a draft is shown in the note’s place, and saved at once', async () => {
  draw('kept', 'typed later');
  await expect.element(note).toHaveValue('typed later');
  await expect.poll(() => saves.map(({ text }) => text)).toEqual(['typed later']);
  expect(saved.query()).toBeNull();
});
