/** A note's front matter and what comes after it, parted as Obsidian parts them: by the first two lines of `---`. */
export function parted(markdown: string): { matter: string; body: string } {
  const parts = /^---\n([\s\S]*?)\n---\n\n?([\s\S]*)$/.exec(markdown);
  if (!parts) throw new Error('there is no front matter');
  return { matter: parts[1] ?? '', body: parts[2] ?? '' };
}
