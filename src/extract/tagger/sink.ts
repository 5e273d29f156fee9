/** Where evidence goes: hashes one after another. Grows as needed, is used again. */
import { mix } from '../../text/hash.js';

export class Sink {
  hashes = new Int32Array(1 << 8);
  length = 0;
  private base = 0;

  clear(): void {
    this.length = 0;
  }

  /** What follows is about what `base` stands for. */
  about(base: number): void {
    this.base = base;
  }

  /** Adds the feature `template = value`. */
  add(template: number, value: number): void {
    if (this.length === this.hashes.length) this.grow();
    this.hashes[this.length++] = mix(mix(this.base, template), value);
  }

  /** Adds all that was gathered. */
  addAll({ templates, values, length }: Gathering): void {
    for (let k = 0; k < length; k++) this.add(templates[k] as number, values[k] as number);
  }

  /** Adds a single feature about something else. */
  addAbout(base: number, template: number, value: number): void {
    const { base: before } = this;
    this.base = base;
    this.add(template, value);
    this.base = before;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }
}

/** Templates and values that are not yet about anything: what holds of several things is gathered once. */
export class Gathering {
  readonly templates: number[] = [];
  readonly values: number[] = [];
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(template: number, value: number): void {
    this.templates[this.length] = template;
    this.values[this.length++] = value;
  }
}

/** Keeps of each hash what it was made of, to be told. */
export class NotingSink extends Sink {
  readonly templates: number[] = [];
  readonly values: number[] = [];

  override add(template: number, value: number): void {
    this.templates[this.length] = template;
    this.values[this.length] = value;
    super.add(template, value);
  }
}
