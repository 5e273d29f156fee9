/**
 * Arrow keys among the buttons of a grid: one stop for Tab, the arrows go to the nearest button in their direction.
 *
 * Each button says where it is: data-at="row,column".
 */
const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Bars of a chart are elements of SVG. */
type Stop = HTMLElement | SVGElement;
const isStop = (target: EventTarget | null): target is Stop =>
  (target instanceof HTMLElement || target instanceof SVGElement) && target.dataset.at !== undefined;

const placeOf = (element: Stop): readonly [number, number] => {
  const [row = 0, column = 0] = (element.dataset.at ?? '').split(',').map(Number);
  return [row, column];
};

const nearest = (all: readonly Stop[], from: Stop, [down, right]: readonly [number, number]): Stop | null => {
  const [row, column] = placeOf(from);
  let best: Stop | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const [r, c] = placeOf(one);
    const along = (r - row) * down + (c - column) * right;
    if (along <= 0) continue;
    // A row or column aside is farther than any step along: the same row is kept as long as it has a button.
    const aside = Math.abs((r - row) * right) + Math.abs((c - column) * down);
    const distance = along + 1000 * aside;
    if (distance >= least) continue;
    least = distance;
    best = one;
  }
  return best;
};

export const arrowKeys = <T extends HTMLElement>(grid: T): T => {
  const all = (): readonly Stop[] => [...grid.querySelectorAll<Stop>('[data-at]')];
  all().forEach((button, index) => {
    button.tabIndex = index === 0 ? 0 : -1;
  });
  grid.addEventListener('focusin', ({ target }) => {
    if (!isStop(target)) return;
    for (const one of grid.querySelectorAll<Stop>('[data-at][tabindex="0"]')) one.tabIndex = -1;
    target.tabIndex = 0;
  });
  grid.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const { target } = event;
    if (step === undefined || !isStop(target)) return;
    const next = nearest(all(), target, step);
    if (next === null) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    event.preventDefault();
  });
  return grid;
};
