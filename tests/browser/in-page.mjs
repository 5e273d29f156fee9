// What tests do inside the page; each function is handed over whole, so it uses nothing from outside itself.

/** How often a line between two places of a screenshot breaks: gaps that follow ink, in its middle part. */
export const breaksOf = async ({ bytes, from, to }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${bytes}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const paper = context.getImageData(from[0], from[1] - 60, 1, 1).data;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const steps = Math.ceil(Math.hypot(dx, dy));
  const inked = Array.from({ length: steps }, (_, i) => {
    const [x, y] = [from[0] + (dx * i) / steps, from[1] + (dy * i) / steps];
    const { data } = context.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3);
    return data.some((value, at) => at % 4 < 3 && Math.abs(value - paper[at % 4]) > 24);
  });
  // Past the disc and its name, which stands to its right, and short of the other disc.
  const middle = inked.slice(Math.round(0.3 * steps), Math.round(0.7 * steps));
  return {
    breaks: middle.filter((ink, i) => i > 0 && !ink && middle[i - 1]).length,
    ink: middle.some(Boolean),
  };
};

/** Texts of a drawing that overlap one another by more than a pixel; marks, in the middle of discs, left out. */
export const overlapsOf = (svg) => {
  const root = document.createElement('div');
  root.style.cssText = 'position:absolute;top:0;left:0';
  root.append(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
  document.body.append(root);
  const names = [...root.querySelectorAll('text:not([text-anchor])')].map((element) => ({
    name: element.textContent,
    box: element.getBoundingClientRect(),
  }));
  root.remove();
  // A line of text is taller than its letters.
  const meet = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3;
  const pairs = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .filter((b) => meet(a.box, b.box))
      .map((b) => `${a.name} / ${b.name}`),
  );
  return { texts: names.length, pairs };
};

/** From before the page begins: notes in `window.shapes` which shapes lines are drawn as. */
export const noteShapes = () => {
  window.shapes = new Set();
  const calls = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'];
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of calls.filter((call) => call in prototype)) {
      const draw = prototype[name];
      prototype[name] = function noted(shape, ...rest) {
        if (this.canvas.className === 'sigma-edges') window.shapes.add(shape);
        return draw.call(this, shape, ...rest);
      };
    }
  }
};

export const shapes = () => [...window.shapes];

export const frames = async (count) => {
  for (let i = 0; i < count; i += 1) await new Promise((done) => requestAnimationFrame(done));
};

/** Where the layer of what is pointed at holds ink: how many of its pixels. */
export const pointedInk = () => {
  const canvas = document.querySelector('.sigma-pointed');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, at) => at % 4 === 3 && value > 0).length;
};

/** Everything the page says, hidden or not: texts, tooltips, names for screen readers, hints in fields. */
export const saidOnPage = () => {
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node.parentElement.closest('script, style, blockquote')) continue;
    if (node instanceof Text) {
      // A sentence with marks in it is one text.
      const marked = node.parentElement.closest(':has(> mark)');
      if (marked !== null) found.add(marked.textContent);
      // Marks on discs are Chinese in either language.
      else if (!node.parentElement.closest('.disc')) found.add(node.data);
    } else
      for (const name of ['title', 'aria-label', 'placeholder']) found.add(node.getAttribute(name) ?? '');
  }
  return [...found];
};

/** As a link within the page would. */
export const goToHash = (hash) => {
  location.hash = hash;
};

/** A link followed when the address of what was clicked before it is about to be written. */
export const clickAndGoToHash = ([button, hash]) => {
  setTimeout(() => {
    location.hash = hash;
  }, 100);
  document.querySelector(button).click();
  const due = performance.now() + 1500;
  while (performance.now() < due);
};

/** What the address says when a button is clicked and the window is left at once, or a key is pressed. */
export const clickAndLeave = ([button, key]) => {
  document.querySelector(button).click();
  window.dispatchEvent(key === undefined ? new Event('blur') : new KeyboardEvent('keydown', { key }));
  return location.hash;
};

/** As when the reader goes to another window. */
export const turnAway = () => {
  window.dispatchEvent(new Event('blur'));
};
