/** Whoever met a conflict runs again behind those who did so before him on a document of his: together they would only meet again. */
export class Turns {
  /** By document, the last in line. */
  readonly #last = new Map<string, Promise<unknown>>();

  async take<T>(documents: Iterable<string>, run: () => Promise<T>): Promise<T> {
    const all = [...documents];
    const turn = Promise.allSettled(all.map((one) => this.#last.get(one))).then(run);
    for (const one of all) this.#last.set(one, turn);
    try {
      return await turn;
    } finally {
      for (const one of all) if (this.#last.get(one) === turn) this.#last.delete(one);
    }
  }
}
