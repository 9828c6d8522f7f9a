/** What pdfjs asks of a port between its two halves. */
type Listener = (event: { readonly data: unknown }) => void;

/**
 * One end of a line between the reading and the asking half of pdfjs, which run in the same thread here. pdfjs' own copies every message with
 * all glyphs and paths in it; this one hands them over, and copies only the lists that the sender empties afterwards.
 */
export class PdfjsPort {
  private readonly listeners = new Set<Listener>();
  private other: PdfjsPort | null = null;

  static pair(): readonly [PdfjsPort, PdfjsPort] {
    const [one, other] = [new PdfjsPort(), new PdfjsPort()];
    one.other = other;
    other.other = one;
    return [one, other];
  }

  postMessage(message: object): void {
    const data = withOwnLists(message);
    void Promise.resolve().then(() => this.other?.receive(data));
  }

  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  private receive(data: unknown): void {
    for (const listener of this.listeners) listener({ data });
  }
}

/** A chunk of operators is a pair of lists that are filled again once they are sent. */
function withOwnLists(message: object): object {
  const { chunk } = message as { readonly chunk?: { readonly fnArray?: unknown; readonly argsArray?: unknown } };
  if (!Array.isArray(chunk?.fnArray) || !Array.isArray(chunk.argsArray)) return message;
  return { ...message, chunk: { ...chunk, fnArray: [...(chunk.fnArray as unknown[])], argsArray: [...(chunk.argsArray as unknown[])] } };
}
