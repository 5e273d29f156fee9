type Place = readonly [x: number, y: number];
export const breaksOf: (given: {
  bytes: string;
  from: Place;
  to: Place;
}) => Promise<{ breaks: number; ink: boolean }>;
export const overlapsOf: (svg: string) => { texts: number; pairs: readonly string[] };
export const noteShapes: () => void;
export const shapes: () => readonly number[];
export const frames: (count: number) => Promise<void>;
export const pointedInk: () => number;
export const saidOnPage: () => readonly string[];
export const goToHash: (hash: string) => void;
export const clickAndGoToHash: (to: readonly string[]) => void;
export const turnAway: () => void;
export const clickAndLeave: (buttonAndKey: readonly string[]) => string;
