// Zip files made by hand for tests, also ones whose headers lie.
import { crc32, deflateRawSync } from "node:zlib"

export interface MadeEntry {
  name: string
  content: string | Buffer
  /** the unpacked size that the headers claim; the true one where absent */
  claims?: number
  /** Unix mode, to make a link */
  mode?: number
}

/** Packs the entries as their headers claim them. */
export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, mode } of entries) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const sizes = { packed: packed.length, unpacked: claims ?? raw.length, crc: crc32(raw) }
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0]), numbers(sizes, name), Buffer.from(name), packed])
    const central = Buffer.concat([
      Buffer.from([0x50, 0x4b, 1, 2, 20, 3, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0]), numbers(sizes, name), Buffer.alloc(6), fourBytes(((mode ?? 0o100644) << 16) >>> 0), fourBytes(offset), Buffer.from(name),
    ])
    parts.push(local)
    directory.push(central)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0]), twoBytes(entries.length), twoBytes(entries.length), fourBytes(list.length), fourBytes(offset), twoBytes(0)])
  return Buffer.concat([...parts, list, end])
}

function numbers(sizes: { packed: number; unpacked: number; crc: number }, name: string): Buffer {
  return Buffer.concat([fourBytes(sizes.crc), fourBytes(sizes.packed), fourBytes(sizes.unpacked), twoBytes(Buffer.byteLength(name)), twoBytes(0)])
}

function twoBytes(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** A workbook of one sheet from the XML of its rows. */
export function madeWorkbook(rows: string, more: Partial<Record<"styles" | "texts" | "workbook", string>> = {}): Buffer {
  return madeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "xl/workbook.xml", content: more.workbook ?? `<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: "xl/styles.xml", content: more.styles ?? "<styleSheet/>" },
    { name: "xl/sharedStrings.xml", content: more.texts ?? "<sst/>" },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ])
}
