/** What is worked out once for a page's data and kept as long as the data is: no view need pay for it twice. */
import type { Data } from '../data.js';

export const perData = <T>(make: (data: Data) => T): ((data: Data) => T) => {
  const made = new WeakMap<Data, T>();
  return (data) => {
    const known = made.get(data);
    if (known !== undefined) return known;
    const value = make(data);
    made.set(data, value);
    return value;
  };
};
