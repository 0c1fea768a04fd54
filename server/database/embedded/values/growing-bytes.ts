/** Up to so many bytes a loop ends sooner than a call into native code. */
const short = 32;

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
    if (end - start > short) source.copy(this.bytes, at, start, end);
    else for (let index = start; index < end; index++) this.bytes[at + index - start] = source[index] as number;
  }

  /** Text as UTF-8. */
  text(text: string): void {
    if (text.length <= short && this.ascii(text)) return;
    const size = Buffer.byteLength(text);
    const at = this.reserve(size);
    this.bytes.write(text, at);
  }

  /** Writes text that is ASCII alone; leaves nothing of any other. */
  private ascii(text: string): boolean {
    const at = this.reserve(text.length);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) {
        this.length = at;
        return false;
      }
      this.bytes[at + index] = code;
    }
    return true;
  }
}
