import { htmlText } from './html-text.ts';

/**
 * The head of a file of HTML that can be printed: complete in itself, dark on light for paper, and with a policy that
 * lets it load and run nothing.
 */
export const htmlHead = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>
:root { color-scheme: light; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b211e; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0; break-after: avoid; }
a { color: #0b5c4a; }
p { margin: 0.5rem 0 0; }
blockquote { margin: 1.5rem 0 0; padding: 0 0 0 1rem; border-left: 3px solid #c5ccc8; font-family: Charter, Georgia, serif; font-size: 1.0625rem; break-inside: avoid; overflow-wrap: anywhere; }
.meta { color: #56605b; font-size: 0.875rem; }
.label { font-weight: 600; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-top: 1.5rem; font-size: 0.875rem; }
caption, th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #56605b; }
td { border-bottom: 1px solid #c5ccc8; }
th:nth-child(1) { width: 20%; } th:nth-child(2), th:nth-child(3) { width: 13%; } th:nth-child(4) { width: 15%; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } a { color: inherit; } }
</style>
</head>
<body>
`;

/** The end of what `htmlHead` begins. */
export const HTML_END = '</body>\n</html>\n';
