/** Parts of the page are made anew only when what they are made from is another: most clicks change few of them. */
export type IfChanged = (inputs: readonly unknown[], make: () => void) => void;

/** One for each part; the first call always makes it. */
export const ifChanged = (): IfChanged => {
  let last: readonly unknown[] | null = null;
  return (inputs, make) => {
    const same = last?.length === inputs.length && inputs.every((input, index) => input === last?.[index]);
    last = inputs;
    if (!same) make();
  };
};
