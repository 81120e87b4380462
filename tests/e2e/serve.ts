import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A page made by a test: its body, and its type where it is not HTML. */
export interface MadePage {
  body: string | Buffer;
  type?: string;
}

/** Web server on loopback. */
export interface FixtureServer {
  /** `http://127.0.0.1:port`, without a slash. */
  origin: string;
  /** Address of a path. */
  url(path: string): string;
  /** Serves this at a path from now on. */
  put(path: string, page: string | MadePage): string;
  /** Paths asked for so far, with their query. */
  asked: string[];
  close(): Promise<void>;
}

/**
 * Serves tests/fixtures, and whatever a test puts there, from loopback.
 * @param host `localhost` gives a second site, to stand in for another origin
 */
export async function serveFixtures(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<FixtureServer> {
  const made = new Map<string, MadePage>();
  const asked: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    asked.push(request.url ?? '/');
    if (path === '/favicon.ico') {
      // Every browser asks; a 404 would stand in the console as an error of the page.
      response.writeHead(204).end();
      return;
    }
    const page = made.get(path);
    if (page) {
      response.writeHead(200, { 'content-type': page.type ?? TYPES['.html'], 'cache-control': 'no-store' });
      response.end(page.body);
      return;
    }
    const file = normalize(join(FIXTURES, path.endsWith('/') ? `${path}index.html` : path));
    const body = file.startsWith(FIXTURES) ? await readFile(file).catch(notThere) : null;
    if (body === null) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not here.');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://${host}:${address.port}`;

  return {
    origin,
    asked,
    url: (path) => `${origin}${path}`,
    put(path, page) {
      made.set(path, typeof page === 'string' ? { body: page } : page);
      return `${origin}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A missing file is a 404; anything else is the server's own fault and is said. */
function notThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
  throw error;
}
