import { strToU8, zipSync } from 'fflate';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The most characters of a cell (Microsoft, "Excel specifications and limits"). */
const longestCell = 32_767;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Rows of text as a workbook of one sheet (ECMA-376). Every cell is text, so none is taken for a formula. */
export function xlsxOf(sheet: string, rows: readonly (readonly string[])[]): Buffer {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetml}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetml}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(head + text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

function rowOf(cells: readonly string[], index: number): string {
  const row = index + 1;
  const written = cells.map(
    (text, column) =>
      `<c r="${lettersOf(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${row}">${written.join('')}</row>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

/** Text as XML 1.0 takes it: without the characters that it has no form for. */
function escaped(text: string): string {
  const allowed = [...text.slice(0, longestCell)].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (
      (code >= 0x20 && code < 0xd800) ||
      [0x9, 0xa, 0xd].includes(code) ||
      (code > 0xdfff && code < 0xfffe) ||
      code > 0xffff
    );
  });
  return allowed
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
