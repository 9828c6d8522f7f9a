/** A report says the same few hundred short texts over and over; longer ones are sentences and come once. */
const LONGEST = 160;
const MOST = 5000;

/** The same pure function, which works out a short text once. What it remembers is bounded. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const found = work(text);
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found;
  };
}

/** The same pure function of an object that never changes, which works it out once for each and forgets it with the object. */
export function perObject<Key extends object, T>(work: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly found: T }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.found;
    const found = work(key);
    known.set(key, { found });
    return found;
  };
}
