import { connect } from 'node:net';
import { array, number, object, text } from './json.ts';

/** Speaks Firefox's Marionette protocol over a socket, as geckodriver does. */
export interface Marionette {
  /** Sends one command; rejects with Firefox's own error. */
  send(command: string, parameters?: object): Promise<unknown>;
  end(): void;
}

/** Connects to a Firefox that listens on this port of loopback. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let buffer = Buffer.alloc(0);

  const receive = (message: unknown) => {
    // The first message is a greeting, an object; answers are [1, id, error, result].
    if (!Array.isArray(message)) return;
    const [, id, error, result] = array(message);
    const call = waiting.get(number(id));
    waiting.delete(number(id));
    if (error === null) call?.resolve(result);
    else {
      const { error: kind, message: words } = object(error);
      call?.reject(new Error(`${text(kind)}: ${text(words)}`));
    }
  };

  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    // Each message is "<bytes>:<json>".
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      receive(message);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection.'));
    waiting.clear();
  });

  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        const message = JSON.stringify([0, last, command, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    end: () => socket.destroy(),
  };
}
