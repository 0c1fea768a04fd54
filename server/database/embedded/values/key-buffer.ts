/** Bytes of a key under construction. */
export class KeyBuffer {
  bytes = Buffer.allocUnsafe(8192);
  length = 0;

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

  /** Zero bytes become 00 FF and 00 01 ends the string: a prefix sorts first, and no key begins another. */
  terminated(source: Buffer, start: number, end: number): void {
    let from = start;
    for (;;) {
      const zero = source.indexOf(0, from);
      if (zero < 0 || zero >= end) break;
      this.copy(source, from, zero);
      this.byte(0x00);
      this.byte(0xff);
      from = zero + 1;
    }
    this.copy(source, from, end);
    this.byte(0x00);
    this.byte(0x01);
  }

  /** Inverts all bytes from `start` on: the order is turned round. */
  invert(start: number): void {
    const { bytes, length } = this;
    for (let index = start; index < length; index++) bytes[index] = 0xff ^ (bytes[index] as number);
  }
}
