/**
 * Derives something from an object once and keeps it as long as the object lives: patterns over hundreds of words, or
 * the automaton of a county, take longer to build than a report to read. What is kept follows from its key alone, so
 * a report reads the same whatever was read before it.
 */
export const kept = <K extends object, T>(derive: (key: K) => T): ((key: K) => T) => {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = derive(key);
    known.set(key, { value });
    return value;
  };
};
