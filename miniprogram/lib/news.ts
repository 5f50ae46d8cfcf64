/** Who wants to hear of something, each once. */
export interface News {
  /** Tells `who` from now on. */
  listen(who: object, tell: () => void): void;
  leave(who: object): void;
  tell(): void;
  readonly heard: boolean;
}

export function news(): News {
  const listeners = new Map<object, () => void>();
  return {
    listen: (who, tell) => void listeners.set(who, tell),
    leave: (who) => void listeners.delete(who),
    tell() {
      for (const tell of [...listeners.values()]) tell();
    },
    get heard() {
      return listeners.size > 0;
    },
  };
}
