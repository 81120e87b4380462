/**
 * Hands a file to the browser to save. It goes through a link, because extension pages may not navigate to a blob, and
 * needs no permission.
 *
 * @param name file name, as the reader's system will see it; the blob's type is its media type
 */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
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

/** Hands a text to the browser as a file to save. */
export const download = (name: string, type: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type }));
