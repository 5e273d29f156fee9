/** Notes at the characters of a text: which spans begin, go on, end, and stand beside them. */

const BEFORE = 1;
const SINGLE = 2;
const BEGIN = 3;
const MIDDLE = 4;
const END = 5;
const BEHIND = 6;
const PARTS = 8;

export class Marks {
  /** First note of every character, -1 for none; `next` leads on. */
  readonly first: Int32Array;
  readonly next: number[] = [];
  readonly values: number[] = [];

  constructor(length: number) {
    this.first = new Int32Array(length + 1).fill(-1);
  }

  /** A note of the kind `value` at every character of a span and at both neighbours. */
  span(start: number, end: number, value: number): void {
    this.put(start - 1, value * PARTS + BEFORE);
    if (end - start === 1) this.put(start, value * PARTS + SINGLE);
    else {
      this.put(start, value * PARTS + BEGIN);
      for (let i = start + 1; i < end - 1; i++) this.put(i, value * PARTS + MIDDLE);
      this.put(end - 1, value * PARTS + END);
    }
    this.put(end, value * PARTS + BEHIND);
  }

  private put(at: number, value: number): void {
    if (at < 0 || at >= this.first.length) return;
    // The same twice says nothing more.
    for (let k = this.first[at] as number; k >= 0; k = this.next[k] as number)
      if (this.values[k] === value) return;
    this.values.push(value);
    this.next.push(this.first[at] as number);
    this.first[at] = this.values.length - 1;
  }
}
