// The program's sentences of problems that officers meet most, in Indonesian: as it says
// them, and what the page says instead. Other problems are told by the head and the advice of
// their code (codes.js). internal/codes_test.go holds that the sentences are those of the program.

// things are names of what a sentence lists, and of kinds of values.
const things = {
  program: 'nama kegiatan', agency: 'instansi', document: 'nomor, tempat, dan tanggal', signatories: 'penanda tangan', legal_basis: 'dasar hukum', recommendations: 'rekomendasi', follow_up: 'rencana tindak lanjut',
};
const listed = list => list.split(', ').map(w => things[w.replace(/^sections\./, '')] ?? w).join(', ');
const value = v => v.replace(/^the text "(.*)"$/, '“$1”').replace(/^the number /, '').replace(/^the yes-or-no value /, '').replace(/^"(.*)"$/, '“$1”')
  .replace(/^a list$/, 'sebuah daftar').replace(/^keys with values$/, 'isian di dalam isian').replace(/^an empty value$/, 'kosong');
const kind = k => ({ name: 'nama', 'e-mail': 'email', phone: 'telepon', 'id number': 'nomor identitas', address: 'alamat', 'birth date': 'tanggal lahir', 'ip address': 'alamat IP', location: 'lokasi', link: 'tautan' })[k] ?? k;
const form = k => ({
  'a document of Word': 'dokumen Word', 'a PDF': 'PDF', 'a picture': 'gambar', 'a film': 'film', 'a presentation': 'presentasi', 'an archive': 'arsip', 'a ZIP archive': 'arsip ZIP', 'a web page or XML': 'halaman web',
  'a binary workbook (.xlsb)': 'buku kerja biner (.xlsb)', 'an OpenDocument file (.ods)': 'berkas OpenDocument (.ods)', 'a sheet of Numbers': 'lembar Numbers',
})[k] ?? k.replace(/^a file of (.+)$/, 'berkas $1');
const where = rest => rest.replace(/^ \((\d+) cells of the items (.*?)(?: and (\d+) more)?: (.*?)\)/, (_, n, items, more, cells) => ` (${n} sel; butir ${items}${more ? ` dan ${more} lagi` : ''}: ${cells})`).replace(/^ \((\d+) cells of item (.*?): (.*?)\)/, ' ($1 sel; butir $2: $3)').replace(/^ \(item (.*?)\)/, ' (butir $1)').replace(/ and (\d+) more(?=\))/, ' dan $1 lagi')
  .replace(/^( )?from (\S+) to (\S+)/, ' dari $2 sampai $3').replace(/lines (?=\d)/, 'baris ').replace(/; it counts as missing$/, '; dianggap tidak menjawab');
const spelt = list => list.replace(/"(.*?)" as "(.*?)" \(cells: (\d+)\)/g, '“$1” sebagai “$2” ($3 sel)').replace(/; (\d+) more$/, '; dan $1 lagi');
const curled = text => text.replace(/"(.*)"/s, '“$1”');
const quoted = text => text.replace(/^a text of (\d+) characters$/, 'Teks $1 huruf').replace(/^"(.*)"$/, '“$1”');

// wanted is what a value must be; nothing where that has no short name.
const wanted = w => {
  const [, noun, rest] = w.match(/^(a whole number|a number|a list|a text|true or false|a day, such as .*|one of|keys with values)\b(.*)$/s) ?? [];
  const name = { 'a whole number': 'bilangan bulat', 'a number': 'bilangan', 'a list': 'daftar', 'a text': 'teks', 'true or false': 'true atau false', 'one of': 'salah satu dari', 'keys with values': 'beberapa isian' }[noun] ?? (noun && 'tanggal, misalnya 24 November 2026');
  return name && name + (rest ?? '').replace(/ from (\S+) to (\S+)/, ' dari $1 sampai $2').replace(/ of (\S+) or more/, ' paling sedikit $1').replace(/,? or one per language .*$/, ', atau satu untuk setiap bahasa').replace(/ of points, .*$/, ' pilihan jawaban').replace(/,? or (.+)$/, ', atau $1');
};
const user = w => ({ 'the cohorts': 'angkatan', 'the profile': 'profil', 'the comments': 'jawaban bebas', 'the identifier': 'pencarian pengisian ganda' })[w] ?? w.replace(/^item /, 'butir ').replace(/^the groups? /, 'kelompok ');

export const messages = [
  [/^unknown key "(.+)"$/s, 'isian “$1” tidak dikenal'],
  [/^"(.+?)" is missing: .*$/s, 'isian “$1” belum ada'],
  [/^"(.+?)" is empty$/, 'isian “$1” kosong'],
  [/^"(.+?)" must not be empty$/, 'isian “$1” tidak boleh kosong'],
  [/^(?:an entry of )?"(.+?)" must be (.*?), not ((?:the text |the number |the yes-or-no value |a list|keys with|an empty|["\d-]).*)$/s, (_, key, w, v) => `isian “${key}” tidak dapat berisi ${value(v)}${wanted(w) ? `; yang benar ${wanted(w)}` : ''}`],
  [/^the date must be a day, such as .*, not "(.*)"$/, 'tanggal tidak dapat berisi “$1”; yang benar misalnya 24 November 2026'],
  [/^the key "(.+)" is given twice$/s, 'isian “$1” ada dua kali'],
  [/^not valid YAML: .*$/s, 'susunan study.yaml salah di baris ini'],
  [/^the study file is empty$/, 'study.yaml kosong'],
  [/^the file (.+) does not exist$/s, 'berkas $1 tidak ada'],
  [/^the file (.+) is not among the files that were given$/s, 'berkas $1 belum disertakan'],
  [/^the construct has no scale, and neither has the study$/, 'skala jawaban belum ada'],
  [/^a construct needs at least one item$/, 'satu aspek memerlukan sedikitnya satu butir'],
  [/^an entry of "(.+?)" must not be empty$/s, 'sebuah baris pada “$1” tidak boleh kosong'],
  [/^responses needs the name of a file$/, 'nama berkas jawaban belum disebutkan'],
  [/^a study needs at least one construct$/, 'sedikitnya satu aspek diperlukan'],
  [/^"(.+?)" must name at least one of .*$/, 'pilih sedikitnya satu pada “$1”'],
  [/^the language (\w+) is given twice$/, 'bahasa $1 disebutkan dua kali'],
  [/^the scale has the value (\S+) twice$/, 'skala mempunyai angka $1 dua kali'],
  [/^the scale cannot be reversed: .*$/, 'skor pada skala ini tidak dapat dibalik karena angkanya tidak berjarak sama'],
  [/^"(.+)" counts as missing, but it is the point (\S+) of the scale$/s, '“$1” dianggap tidak menjawab, padahal termasuk skala (angka $2)'],
  [/^"(.+)" is outside the scale, but it is the point (\S+) of the scale$/s, '“$1” disebut di luar skala, padahal termasuk skala (angka $2)'],
  [/^"(.+)" is both missing and outside the scale$/s, '“$1” disebut tidak menjawab dan juga di luar skala'],
  [/^(groups are not compared|respondents are not put into classes of scores|workbook.answers has no effect) where privacy.min_cell is set: .*$/, (_, what) => `${{ g: 'kelompok tidak dibandingkan', r: 'responden tidak dibagi ke dalam kelas nilai', w: 'lembar jawaban tidak dibuat' }[what[0]]} bila jumlah kecil disembunyikan`],
  [/^labels that are shortened, misspelt or written as numbers count: (.*)$/s, (_, list) => `label yang disingkat, salah eja, atau ditulis sebagai angka ikut dihitung: ${spelt(list)}`],
  [/^two (items|constructs) have the id "(.+)"$/s, (_, k, id) => `dua ${k === 'items' ? 'butir' : 'aspek'} mempunyai id “${id}”`],
  [/^"(.+)" cannot be the id of .*$/s, '“$1” tidak dapat menjadi id'],
  [/^a cohort needs a name$/, 'setiap angkatan memerlukan nama'],
  [/^the cohort "(.+)" is given twice$/s, 'angkatan “$1” disebutkan dua kali'],
  [/^the outputs cannot be named "(.+?)": .*$/s, 'keluaran tidak dapat dinamai “$1”'],
  [/^no (?:item|construct) has the id "(.+)"$/, 'id “$1” tidak ada'],
  [/^the file is empty$/, 'berkas kosong'],
  [/^the file has a header but no answers$/, 'berkas hanya berisi judul kolom, tanpa jawaban'],
  [/^the file is neither text nor a workbook$/, 'berkas ini bukan tabel'],
  [/^the workbook is protected by a password$/, 'buku kerja ini memakai kata sandi'],
  [/^the workbook has the old format \.xls$/, 'buku kerja ini berformat lama (.xls)'],
  [/^the file is (.+), not a (?:table|workbook of Excel)$/, (_, k) => `berkas ini ${form(k)}, bukan tabel jawaban`],
  [/^(.+) has no column "(.+)" for (.+)$/s, (_, file, c, w) => `berkas ${file} tidak mempunyai kolom “${c}” untuk ${user(w)}`],
  [/^(.+) has (\d+) columns "(.+)" for (.+)$/s, (_, file, n, c, w) => `berkas ${file} mempunyai ${n} kolom “${c}” untuk ${user(w)}`],
  [/^(.+) has no sheet "(.+)"$/s, 'berkas $1 tidak mempunyai lembar “$2”'],
  [/^the items (.+) and (.+) both have the column (.+)$/s, 'butir $1 dan $2 memakai kolom yang sama: $3'],
  [/^item (\S+) is read from column (.+), which has its statement: (there is no )?column "(.+)"(?: has another)?$/s, (_, item, column, none, name) => `butir ${item} dibaca dari kolom ${curled(column)}, yang memuat bunyi pernyataannya: kolom “${name}” ${none ? 'tidak ada' : 'berisi pernyataan lain'}`],
  [/^the column (.+) of item (.+) holds no answers on its scale: (\d+) of (\d+) cells$/s, 'kolom $1 (butir $2) tidak berisi jawaban pada skala: $3 dari $4 sel'],
  [/^the column (.+) is personal \((.+?)\) and cannot be shown as .*$/s, (_, c, k) => `kolom ${c} berisi data pribadi (${kind(k)}) dan tidak boleh dicetak`],
  [/^the column "(.+)" does not tell cohorts: it has (\d+) different texts in (\d+) rows$/s, 'kolom “$1” bukan kolom angkatan: ada $2 tulisan yang berbeda di dalam $3 baris'],
  [/^(".+?"|a text of \d+ characters) is not on the scale (.+?)((?: \((?:\d+ cells|item) .*\))?(?:; it counts as missing)?)$/s, (_, x, s, r) => `${quoted(x)} di luar skala${where(` ${s}`)}${where(r)}`],
  [/^(".+?"|a text of \d+ characters) is not a (?:label|number) of the scale((?: from \S+ to \S+)?)(.*)$/s, (_, x, s, r) => `${quoted(x)} bukan jawaban pada skala${where(s)}${where(r)}`],
  [/^(".+?"|a text of \d+ characters) names two points of the scale(.*)$/s, (_, x, r) => `${quoted(x)} dapat berarti dua pilihan skala${where(r)}`],
  [/^(\d+) respondents? answered no item: (?:line|row)s? (.+)$/, '$1 responden tidak menjawab satu butir pun: baris $2'],
  [/^(\d+) respondents? answered before: (?:line|row)s? (.+)$/, '$1 responden pernah menjawab sebelumnya: baris $2'],
  [/^(\d+) respondents? gave the same answer to every item: (?:line|row)s? (.+)$/, '$1 responden memilih jawaban yang sama di semua butir: baris $2'],
  [/^(\d+) respondents? of no cohort, in no report: (?:line|row)s? (.+)$/, '$1 responden tanpa nama angkatan tidak masuk laporan mana pun: baris $2'],
  [/^the cohorts "(.+)" and "(.+)" (?:have the same number|differ only in capitals).*$/s, 'angkatan “$1” dan “$2” hampir sama tulisannya; masing-masing mendapat laporan'],
  [/^this report counts all answers, also those of (\d+) cohorts? with fewer than (\d+) respondents$/, 'laporan ini juga menghitung $1 angkatan yang respondennya kurang dari $2'],
  [/^(\S+) \(r (.+?)\) runs against the other items and may be worded the other way round$/, (_, item, r) => `${item} berlawanan arah dengan butir lain (r ${r.replace('.', ',')}); mungkin pernyataan terbalik`],
  [/^(.+) run against the other items and may be worded the other way round$/, '$1 berlawanan arah dengan butir lain; mungkin pernyataan terbalik'],
  [/^the report marks what the study does not say, to be filled in: (.+)$/, (_, list) => `laporan menyediakan tempat untuk diisi: ${listed(list)}`],
  [/^the fonts have no glyph for (.+?) in what respondents wrote; .*$/, 'huruf $1 di dalam jawaban bebas tidak ada pada fon; kotak ditampilkan sebagai gantinya'],
  [/^the fonts have no glyph for (.+?) in .*$/, 'huruf $1 tidak ada pada fon; kotak ditampilkan sebagai gantinya'],
  [/^(\d+) (?:rows are|row is) hidden or filtered out in the workbook; .* are read all the same$/, '$1 baris disembunyikan atau disaring di buku kerja, tetapi jawabannya ikut dihitung'],
  [/^(\d+) (?:rows are|row is) hidden or filtered out in the workbook; .* are left out$/, '$1 baris disembunyikan atau disaring di buku kerja, dan tidak ikut dihitung'],
  [/^(\d+) cells? holds? (?:a formula|formulas) without (?:its value|their values), and counts? as empty: (.+)$/, '$1 sel berisi rumus tanpa hasil dan dianggap kosong: $2'],
  [/^(\d+) .+ (?:is|are) given in one of the report's languages only(?:: lines? (.+))?$/, (_, n, lines) => `${n} tulisan hanya ada dalam satu bahasa${lines ? `: baris ${lines}` : ''}`],
  [/^other sheets with the same heads are not read: (.+)$/s, 'lembar lain dengan judul kolom yang sama tidak dibaca: $1'],
  [/^other sheets with answers to other items are not read: (.+)$/s, 'lembar lain dengan jawaban atas butir lain tidak dibaca: $1'],
  [/^the header has (\d+) cells? and each row below it (\d+), so that answers may stand under other heads$/, 'baris judul berisi $1 sel, sedangkan setiap baris di bawahnya $2 sel; jawaban dapat terbaca di bawah judul yang salah'],
  [/^(\d+) rows? ha(?:s|ve) (\d+)( to \d+)? cells?, (the header|the others) (\d+), so that answers may stand under other heads: lines? (.+?)(?: and (\d+) more)?$/, (_, n, least, most, than, usual, rows, more) => `${n} baris berisi ${least}${(most ?? '').replace('to', 'sampai')} sel, ${than === 'the header' ? 'baris judul' : 'baris lain'} ${usual}; jawaban dapat terbaca di bawah judul yang salah: baris ${rows}${more ? ` dan ${more} lagi` : ''}`],
  [/^(\d+) rows? ha(?:s|ve) fewer cells than the (\d+) of the others, .*: lines? (.+?)(?: and (\d+) more)?$/, (_, n, usual, rows, more) => `${n} baris berisi kurang dari ${usual} sel seperti baris lain, seolah terpotong oleh ganti baris: baris ${rows}${more ? ` dan ${more} lagi` : ''}`],
  [/^a NIP has (\d+) digits, this one has (\d+)$/, 'NIP terdiri atas $1 angka; yang ini $2'],
  [/^(\w+) has no effect in a report of kind: (\w+)$/, (_, key, k) => `${things[key] ?? key} tidak dipakai dalam laporan jenis ${k === 'article' ? 'artikel' : 'evaluasi'}`],
  [/^of agency only the name shows, over the pages, in a report of kind: .*$/, 'dari instansi hanya namanya yang dicetak dalam laporan jenis artikel'],
  [/^the logo has no words for readers who do not see it$/, 'logo belum mempunyai keterangan'],
  [/^the number of participants must be a whole number, not "(.*)"$/, 'jumlah peserta harus berupa bilangan bulat, bukan “$1”'],
  [/^nothing is listed on the cohort "(.+)" of the answers$/s, 'angkatan “$1” ada di dalam jawaban, tetapi tidak di tabel angkatan'],
  [/^the cohort "(.+)" is listed, but has no answers$/s, 'angkatan “$1” ada di tabel angkatan, tetapi tidak ada jawabannya'],
  [/^the population of (\d+) is smaller than the number of respondents who answered, (\d+)$/, 'jumlah seluruh peserta ($1) lebih kecil daripada jumlah yang menjawab ($2)'],
  [/^it is no table of cohorts, which has one row for each$/, 'berkas itu bukan tabel angkatan, yang berisi satu baris untuk setiap angkatan'],
  [/^(\d+) respondents? answered in another cohort before: (?:line|row)s? (.+)$/, '$1 responden sudah menjawab di angkatan lain: baris $2'],
  [/^no answers are open$/, 'tidak ada berkas jawaban (Excel atau CSV) di antara berkas itu'],
  [/^no study is open$/, 'belum ada berkas jawaban atau study.yaml'],
  [/^(?:.+: )?the file has something else here$/s, 'study.yaml berisi bentuk lain di tempat itu; ubah di dalam teksnya'],
  [/^no column looks like answers on a scale$/, 'tidak ada kolom yang tampak seperti jawaban pada skala'],
  [/^the rows of this file are statements, not respondents$/, 'baris berkas ini berisi pernyataan, bukan responden'],
];

export const hints = [
  [/^\{angkatan\} or \{cohort\} stands for the name of the cohort$/, 'Tulis {angkatan} untuk nama angkatan.'],
  [/^the study leaves them out$/, 'Baris itu tidak dihitung, seperti yang ditandai; dari orang yang mengisi dua kali, yang dihitung adalah pengisian pertama.'],
  [/^bring the answers as a table: .*$/, 'Yang diperlukan adalah jawabannya dalam bentuk tabel: di Google Formulir buka Jawaban, lalu pilih Download jawaban (.csv); di Excel simpan sebagai .xlsx atau .csv. Seret berkas itu ke sini.'],
  [/^open it and save the answers as \.xlsx or \.csv$/, 'Buka berkas itu, simpan jawabannya sebagai .xlsx atau .csv, lalu seret ke sini.'],
  [/^unpack it and name the file within$/, 'Ekstrak dahulu, lalu seret berkas jawaban di dalamnya.'],
  [/^in SPSS, save it with .*$/, 'Di SPSS, simpan sebagai Excel (.xlsx) dengan File, Save As, lalu seret ke sini.'],
  [/^in Stata, write it with .*$/, 'Di Stata, tulis sebagai Excel dengan export excel, lalu seret ke sini.'],
  [/^open it in a spreadsheet program and save it as (?:XLSX|\.xlsx)$/, 'Buka berkas itu di Excel, simpan sebagai .xlsx, lalu seret ke sini.'],
  [/^save a copy of it without the password$/, 'Simpan salinannya tanpa kata sandi, lalu seret ke sini.'],
  [/^give the first column a head where .*$/, 'Bila kolom pertama berisi nama atau nomor baris, beri judul pada kolom itu. Selain itu, apit dengan tanda kutip teks dan angka yang memuat koma atau pemisah lain, atau simpan jawabannya sebagai .xlsx.'],
  [/^put heads with .* in quotes, or delete heads without answers.*$/, 'Apit dengan tanda kutip judul kolom yang memuat koma atau pemisah lain, atau hapus judul yang tidak ada jawabannya; atau simpan jawabannya sebagai .xlsx.'],
  [/^put texts and numbers with .* in quotes, or save .*$/, 'Apit dengan tanda kutip teks dan angka yang memuat koma atau pemisah lain, atau simpan jawabannya sebagai .xlsx.'],
  [/^join the parts of a row in one line, .*$/, 'Gabungkan potongan baris itu menjadi satu baris, atau apit teks yang memuat ganti baris dengan tanda kutip; sekarang setiap potongan dihitung sebagai satu responden.'],
  [/^did you mean "(.+)"\?.*$/s, 'Mungkin maksudnya “$1”.'],
  [/^did you mean (.+)\?$/s, 'Mungkin maksudnya $1.'],
  [/^it stands in line (\d+) already.*$/s, 'Yang pertama ada di baris $1.'],
  [/^the keys here are (.+)$/s, 'Isian yang dikenal di sini: $1.'],
  [/^a no-break space stands (?:in it|here), .*$/s, 'Ada spasi khusus yang tampak seperti spasi biasa; ketik ulang spasinya.'],
  [/^the quotation marks are curly ones, .*$/s, 'Tanda kutipnya melengkung; ganti dengan tanda kutip lurus: "'],
  [/^where a text between \{ and \} has a comma, .*$/s, 'Teks di antara { dan } yang memuat koma harus diapit tanda kutip.'],
  [/^a decimal mark is a full stop: (.+)$/s, 'Tanda desimal ditulis dengan titik: $1.'],
  [/^write a list in brackets, its entries apart by commas: (.+)$/s, 'Tulis daftar di dalam kurung siku, dipisahkan koma: $1.'],
];
