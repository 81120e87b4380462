import { describe, expect, test } from 'vitest';
import { GLYPHS, ICONS, LOGO } from '../../../src/framework/glyphs.ts';
import { CONDITION_IDS, LENS_IDS, SIGNAL_IDS, TAG_IDS } from '../../../src/framework/tag-ids.ts';
import { groupOf } from '../../../src/framework/tag-names.ts';
import { TAGS, tagById } from '../../../src/framework/tags.ts';

// The codebook's names, word for word: a change here is a change of the law.
const NAMES = [
  'Vision for learning is shared, challenging and compelling',
  'Learning is the core mission and organizing force, not teaching',
  'Mistakes and setbacks are mined as opportunities',
  'Success through transparency, shared responsibility, collaboration and interdependence',
  'Learning is an inside-out, student-centered process',
  'Success is anchored in agency and capacity for future learning',
  'Competencies are guideposts that enable equity',
  'Technology is a tool for unlocking learning potential',
  'Learning supports social justice',
  'AI and intelligent machines',
  'Jobs and the future of work',
  'A changing economy',
  'New ways to learn and teach',
  'A changing society and world',
  'The short game: culture and relationships',
  'Open-walled, socially embedded learning',
  'School-centered control',
];

describe('the 17 tags', () => {
  test('stand in the codebook’s order with its names', () => {
    expect(TAGS.map((tag) => tag.id)).toEqual(TAG_IDS);
    expect(TAGS.map((tag) => tag.name)).toEqual(NAMES);
  });

  test('short names are the ids as words, and fit a chip', () => {
    for (const { id, shortName } of TAGS) {
      const words = shortName.toLowerCase().replaceAll(/[ -]/g, ' ');
      expect(words).toBe(id.replaceAll('-', ' '));
      expect(shortName.length).toBeLessThanOrEqual(21);
    }
  });

  test('belong to their groups', () => {
    expect(CONDITION_IDS.every((id) => groupOf(id) === 'condition')).toBe(true);
    expect(SIGNAL_IDS.every((id) => groupOf(id) === 'signal')).toBe(true);
    expect(LENS_IDS.every((id) => groupOf(id) === 'lens')).toBe(true);
  });

  test('each says what it means in one sentence and asks two questions or more, none of them twice', () => {
    const questions = TAGS.flatMap((tag) => tag.questions);
    expect(new Set(questions).size).toBe(questions.length);
    for (const tag of TAGS) {
      expect(tag.meaning).toMatch(/^[A-Z][^.?!]*\.$/);
      expect(tag.questions.length).toBeGreaterThanOrEqual(2);
      for (const question of tag.questions) expect(question).toMatch(/\?$/);
    }
  });

  test('are found by id', () => {
    for (const id of TAG_IDS) expect(tagById(id)).toEqual(TAGS[TAG_IDS.indexOf(id)]);
  });
});

describe('glyphs', () => {
  test('every tag, every icon and the logo is drawn', () => {
    expect(Object.keys(GLYPHS)).toEqual([...TAG_IDS]);
    for (const shapes of [...Object.values(GLYPHS), ...Object.values(ICONS), LOGO]) {
      expect(shapes.length).toBeGreaterThan(0);
      for (const shape of shapes) expect(Object.values(shape.attrs).every(Boolean)).toBe(true);
    }
  });

  test('no two tags share a glyph', () => {
    const drawn = Object.values(GLYPHS).map((shapes) => JSON.stringify(shapes));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
