import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

const half = pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href;

/**
 * The half of pdfjs that parses, joined to the one that asks for pages by a port of our own. Both run in this thread,
 * where pdfjs would copy all that goes between them: a fifth of the reading time goes into copies of letters and fonts.
 */
export async function readingWorker(): Promise<PDFWorker> {
  const { WorkerMessageHandler } = await import(half);
  const port = new ReadingPort();
  WorkerMessageHandler.initializeFromPort(port);
  return PDFWorker.create({ port: port as never });
}

type Listener = (event: { data: Message }) => void;

/** What pdfjs sends from one half to the other, as far as it is used here. */
interface Message {
  /** Set on pieces of a stream: the operators or the text of a page, and what asks for more of them. */
  stream?: number;
  /** Replaced by the sender, but for the lists of operators, which it empties. */
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
  action?: string;
  data?: unknown;
}

/** Both ends of the line, like the port that pdfjs makes for itself: each half knows what is meant for it. */
class ReadingPort {
  readonly #listeners = new Set<Listener>();

  postMessage(message: Message, transfer?: ArrayBuffer[]): void {
    const event = { data: asSent(message, transfer) };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }

  addEventListener(_: 'message', listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }
}

/** A message as it is when it is sent, whatever the sender does with its own later. Letters and fonts stay as they are. */
function asSent(message: Message, transfer: ArrayBuffer[] = []): Message {
  if (message.stream) {
    const { chunk } = message;
    if (!chunk?.fnArray) return chunk ? { ...message, chunk: { ...chunk } } : message;
    return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray!] } };
  }
  if (message.action === 'commonobj' && Array.isArray(message.data) && message.data[1] === 'Font') return message;
  return structuredClone(message, { transfer });
}
