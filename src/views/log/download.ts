/**
 * Hands a text to the browser as a file to save. It goes through a link, because extension pages may not navigate to a
 * blob, and needs no permission.
 *
 * @param name file name; @param type media type; both as the reader's system will see them
 */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after this turn; a minute is more than the largest log needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
