/** Where evidence goes: hashes one after another. Grows as needed, is used again. */
import { mix } from '../../text/hash.js';

export class Sink {
  hashes = new Int32Array(1 << 8);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds the feature `template = value` about what `base` stands for. */
  add(base: number, template: number, value: number): void {
    if (this.length === this.hashes.length) this.grow();
    this.hashes[this.length++] = mix(mix(base, template), value);
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }
}

/** Keeps of each hash what it was made of, to be told. */
export class NotingSink extends Sink {
  readonly templates: number[] = [];
  readonly values: number[] = [];

  override add(base: number, template: number, value: number): void {
    this.templates[this.length] = template;
    this.values[this.length] = value;
    super.add(base, template, value);
  }
}
