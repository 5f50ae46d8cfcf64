type Listener = (...values: unknown[]) => void;

/** The EventChannel between a page and the page it opened. */
export class EventChannel {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...values) => {
      this.off(name, once);
      listener(...values);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    if (listener === undefined) this.#listeners.delete(name);
    else this.#listeners.get(name)?.delete(listener);
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...values);
  }
}

/** What each side of the pair holds: it hears what the other says. */
export function channelPair(): { opener: EventChannel; opened: EventChannel } {
  const toOpener = new EventChannel();
  const toOpened = new EventChannel();
  return { opener: side(toOpener, toOpened), opened: side(toOpened, toOpener) };
}

function side(hears: EventChannel, speaks: EventChannel): EventChannel {
  const channel = new EventChannel();
  channel.on = hears.on.bind(hears);
  channel.once = hears.once.bind(hears);
  channel.off = hears.off.bind(hears);
  channel.emit = speaks.emit.bind(speaks);
  return channel;
}
