/** The files that a log can be saved as. */
export type ExportKind = 'markdown' | 'notes' | 'csv' | 'readwise' | 'json' | 'annotations' | 'html';

/** The pages on which something is made of clippings before it leaves. */
export type MakeKind = 'guide' | 'report' | 'template';

export const EXPORTS: readonly { kind: ExportKind; name: string; hint: string }[] = [
  { kind: 'markdown', name: 'Markdown', hint: 'One file, for a notes app' },
  { kind: 'notes', name: 'Notes, one an article', hint: 'A zip of Markdown, for Obsidian' },
  { kind: 'csv', name: 'CSV', hint: 'For a spreadsheet' },
  { kind: 'readwise', name: 'Readwise CSV', hint: 'Their columns' },
  { kind: 'html', name: 'Page to print', hint: 'HTML, for any browser' },
  { kind: 'annotations', name: 'Web annotations', hint: 'W3C JSON-LD, for other tools' },
  { kind: 'json', name: 'JSON backup', hint: 'To restore later' },
];

export const MAKES: readonly { kind: MakeKind; name: string; hint: string }[] = [
  { kind: 'guide', name: 'Discussion guide', hint: 'Quotes and questions, for a table' },
  { kind: 'report', name: 'Report', hint: 'What was read in a time, for a board' },
  { kind: 'template', name: 'Your own template', hint: 'Markdown as you want it' },
];
