/** Something others may listen to. Listeners run at once, in the order they came. */
export class Signal<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Starts listening; the function returned stops it. */
  on(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
