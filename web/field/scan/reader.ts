import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Its own default fetches the file from another host.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** The first code in a picture; `null` when there is none. */
export async function codeIn(picture: ImageData): Promise<string | null> {
  const found = await readBarcodes(picture, { tryHarder: false, maxNumberOfSymbols: 1 });
  return found.find(({ isValid }) => isValid)?.text ?? null;
}
