// Workbooks as Google Forms exports them, for the tests: one sheet, texts shared, a date
// in the first column.
import { deflateRawSync } from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
const crc32 = data => ~data.reduce((c, b) => table[(c ^ b) & 255] ^ (c >>> 8), -1) >>> 0;

function zip(parts) {
  const local = [], central = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text), packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(0x21, 12); // 1 January 1980
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(central), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const escaped = s => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const column = i => (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + i % 26);

// workbook has the rows in its only sheet; a number in the first column is a date.
export function workbook(rows) {
  const shared = new Map();
  const cell = (v, r, c) => {
    const at = column(c) + (r + 1);
    if (typeof v === 'number') return `<c r="${at}"${c === 0 ? ' s="1"' : ''}><v>${v}</v></c>`;
    if (!shared.has(v)) shared.set(v, shared.size);
    return `<c r="${at}" t="s"><v>${shared.get(v)}</v></c>`;
  };
  const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((v, c) => cell(v, r, c)).join('')}</row>`).join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Form Responses 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yyyy h:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${shared.size}" uniqueCount="${shared.size}">${[...shared.keys()].map(s => `<si><t>${escaped(s)}</t></si>`).join('')}</sst>`,
  });
}

// chance is a number below n that follows from what came before: the same each time.
let state = 1;
function chance(n) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * n);
}

export const statements = [
  'Materi pelatihan sesuai dengan kebutuhan pekerjaan saya', 'Materi pelatihan mudah dipahami', 'Modul pelatihan lengkap dan rapi',
  'Narasumber menguasai materi', 'Narasumber memberi kesempatan bertanya', 'Narasumber menggunakan waktu dengan baik',
  'Panitia memberikan informasi yang jelas', 'Ruang kelas nyaman', 'Konsumsi memadai', 'Secara keseluruhan saya puas dengan pelatihan ini',
];
const labels = ['Sangat Tidak Setuju', 'Tidak Setuju', 'Kurang Setuju', 'Setuju', 'Sangat Setuju'];
const units = ['Sekretariat', 'Bidang Pelatihan', 'Bidang Mutasi', 'Inspektorat', 'Dinas Kesehatan', 'Dinas Pendidikan'];
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const remarks = ['', '', 'Terima kasih', 'Mohon waktu praktik ditambah', 'Ruangan agak panas', 'Sudah baik'];

// evaluation is what participants of some cohorts answered. comment makes their comments.
export function evaluation({ cohorts = 12, each = 24, comment = () => remarks[chance(remarks.length)] } = {}) {
  const rows = [['Timestamp', 'Email Address', 'Nama Lengkap', 'Unit Kerja', 'Angkatan', ...statements, 'Saran dan masukan']];
  for (let k = 0; k < cohorts; k++) {
    for (let i = 0; i < each + chance(7); i++) {
      const mood = 2 + chance(3);
      rows.push([45300 + 14 * k + i / 50, `peserta${k}.${i}@example.go.id`, `Peserta ${k}-${i}`, units[chance(units.length)], `Angkatan ${roman[k]}`,
        ...statements.map(() => labels[Math.min(4, Math.max(0, mood + chance(3) - 1))]), comment(chance)]);
    }
  }
  return workbook(rows);
}
