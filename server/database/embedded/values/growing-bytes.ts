/** Bytes under construction: what they are written into grows with them. */
export class GrowingBytes {
  bytes: Buffer;
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  /** @returns where the next `count` bytes are to be written */
  reserve(count: number): number {
    const at = this.length;
    if (at + count > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, at + count));
      this.bytes.copy(larger, 0, 0, at);
      this.bytes = larger;
    }
    this.length = at + count;
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  copy(source: Buffer, start: number, end: number): void {
    const at = this.reserve(end - start);
    source.copy(this.bytes, at, start, end);
  }
}
