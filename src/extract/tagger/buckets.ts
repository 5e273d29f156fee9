/** Numbers → a few classes, so that each can have a weight of its own. The borders are part of the model. */

const P_STEPS = [0.02, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96, 0.99];
export const bucketP = (p: number): number => {
  if (p <= 0) return 0;
  let b = 1;
  while (b <= P_STEPS.length && p >= (P_STEPS[b - 1] as number)) b++;
  return b;
};
export const lengthClass = (n: number): number =>
  n <= 6 ? n : n <= 8 ? 7 : n <= 11 ? 8 : n <= 15 ? 9 : n <= 22 ? 10 : 11;
