import { refuseDamaged, RefusedDocument } from '../refusals';

/** Little-endian numbers within bytes. Whatever points outside throws `Refused` (DAMAGED_FILE). */
export class ByteView {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.view.getUint8(this.inside(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.inside(at, 2), true);
  }

  i16(at: number): number {
    return this.view.getInt16(this.inside(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.inside(at, 4), true);
  }

  part(at: number, size: number): ByteView {
    return new ByteView(this.bytes.subarray(this.inside(at, size), at + size));
  }

  private inside(at: number, size: number): number {
    if (at < 0 || size < 0 || at + size > this.bytes.length) throw new RefusedDocument(refuseDamaged());
    return at;
  }
}
