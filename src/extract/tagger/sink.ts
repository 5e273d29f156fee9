/** Where evidence goes: hashes one after another, each with its template and value. Grows as needed, is used again. */
import { mix } from '../../text/hash.js';

const ROOM = 1 << 14;

export class Sink {
  hashes = new Int32Array(ROOM);
  templates = new Uint8Array(ROOM);
  values = new Int32Array(ROOM);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds the feature `template = value` about what `base` stands for. */
  add(base: number, template: number, value: number): void {
    if (this.length === this.hashes.length) this.grow();
    this.hashes[this.length] = mix(mix(base, template), value);
    this.templates[this.length] = template;
    this.values[this.length] = value;
    this.length++;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const templates = new Uint8Array(this.templates.length * 2);
    templates.set(this.templates);
    this.templates = templates;
    const values = new Int32Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
  }
}
