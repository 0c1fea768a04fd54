import { GrowingBytes } from './growing-bytes.ts';

/** Bytes of a key under construction. */
export class KeyBuffer extends GrowingBytes {
  constructor() {
    super(8192);
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
