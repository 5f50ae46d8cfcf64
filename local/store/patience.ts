/**
 * Others wait for this transaction, so it may await nothing but its own reads and writes:
 * rejects after `patience` ms, and then whatever the work still does is of no account.
 */
export function within<T>(patience: number, work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const tooLong = () => reject(new Error(`transaction took too long: it had ${patience} ms`));
    const timer = setTimeout(tooLong, patience);
    const settle = () => clearTimeout(timer);
    (async () => work())().then(resolve, reject).then(settle, settle);
  });
}
