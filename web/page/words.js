// What the page says, in both languages.
import { advice, codes, englishAdvice, sentences } from './codes.js';
import { hints, messages } from './messages.js';

export const words = {
  id: {
    tagline: 'Laporan angket dari berkas jawaban, langsung di peramban Anda',
    files: 'Berkas',
    drop: 'Seret berkas jawaban (Excel atau CSV) ke sini, atau study.yaml beserta berkas-berkasnya, atau pilih berkas:',
    private: 'Berkas Anda tidak dikirim ke mana pun: semuanya diolah di komputer ini.',
    loading: 'Memuat program…', reading: 'Membaca berkas…', building: 'Membuat laporan…',
    ready: 'Siap.', built: 'Laporan selesai dalam {0} detik.', notBuilt: 'Belum ada laporan: betulkan dahulu yang ditandai ({0}).', notTaken: '{0} tidak dipakai; studi yang terbuka tetap.', butFirst: 'Laporannya baru dapat dibuat setelah yang ditandai dibetulkan: {0}.',
    changed: 'Perubahan diterapkan.', outdated: 'Isian berubah: halaman laporan yang tampil masih dari keadaan sebelumnya.', outdatedWrong: 'Halaman laporan yang tampil masih dari keadaan sebelumnya: betulkan dahulu yang ditandai ({0}).',
    again: 'Berkas dibaca lagi; isian Anda tetap.', replaceAsk: 'Berkas baru menggantikan studi yang terbuka, dan perubahan yang belum disimpan hilang. Lanjutkan?',
    moved: 'Isian berubah tepat sebelum ini sehingga perubahan terakhir tidak dilakukan. Periksa, lalu ulangi.',
    read: '{0} butir pernyataan dan {1} responden terbaca.',
    ended: 'Program berhenti ({0}) dan dimulai lagi. Isian Anda tetap ada; coba lagi, atau dengan berkas yang lebih kecil.',
    cannotStart: 'Program tidak dapat dimulai ({0}). Muat ulang halaman ini; peramban harus mendukung WebAssembly.',
    gone: 'Program sudah berakhir. Jalankan lagi untuk melanjutkan; isian Anda masih tampak di sini.',
    refused: 'Tidak dapat dilakukan: {0}',
    asked: 'Mohon dipastikan', askedIntro: 'Berkas tidak menjawab hal-hal berikut, dan angka laporan bergantung pada jawabannya.',
    askedGuess: 'Laporan dapat dibuat, tetapi yang berikut baru perkiraan program.', unnamed: 'Apa yang diukur oleh pernyataan-pernyataan itu?', unnamedNote: 'Berkas tidak menyebutkannya sehingga laporan menulis {0}. Tuliskan namanya, misalnya mutu penyelenggaraan pelatihan.', toName: 'Beri nama', guess: 'Mohon dipastikan: ini baru perkiraan program. Nama ini muncul di dalam kalimat laporan, misalnya “kepuasan peserta”.',
    yes: 'Ya, benar', which: 'Yang benar menurut kuesioner:', why: 'Mengapa ditanyakan', ifNot: 'Jika tidak', about: 'Mengenai',
    order: 'Susun jawaban dari yang terendah ke yang tertinggi', orderDone: 'Urutan ini benar', lowest: 'terendah', highest: 'tertinggi',
    kinds: { order: 'Urutan jawaban', numbers: 'Angka jawaban', length: 'Banyaknya pilihan jawaban', 'no-answer': 'Jawaban atau bukan', role: 'Kolom yang mungkin bukan butir', layout: 'Susunan baris' },
    study: 'Isi laporan', title: 'Judul', kind: 'Jenis laporan', article: 'Artikel', evaluation: 'Evaluasi',
    languages: 'Bahasa laporan', reports: 'Laporan dibuat untuk', together: 'semua responden bersama', byCohort: 'setiap angkatan',
    cohort: 'Kolom angkatan', profile: 'Profil responden', profileNote: 'Kolom yang menerangkan siapa yang menjawab',
    minGroup: 'Kelompok terkecil yang dilaporkan', minGroupNote: 'Angkatan dan kelompok pembanding dengan responden lebih sedikit tidak dilaporkan. Tidak berlaku bagi tabel profil (siapa yang menjawab); tabel itu diatur oleh “Jumlah orang terkecil”.',
    minCell: 'Jumlah orang terkecil yang ditampilkan', minCellNote: 'Jumlah yang lebih kecil disembunyikan di semua tabel, juga di tabel profil. Kosong atau 0 menampilkan semuanya.', privacy: 'Kerahasiaan',
    others: 'Kolom lain', personal: 'data pribadi; tidak dipakai dan tidak pernah dicetak.', identifies: 'dipakai hanya untuk menemukan orang yang mengisi dua kali; tidak pernah dicetak.', unusedKind: 'tidak dipakai.',
    unusedKinds: {
      timestamp: 'waktu pengisian; tidak dipakai.', category: 'tidak dipakai; dapat dipilih sebagai profil responden di atas.', number: 'tidak dipakai; dapat dipilih sebagai profil responden di atas.', 'multi-select': 'beberapa pilihan sekaligus; tidak dipakai.',
      id: 'nomor responden; tidak dipakai.', score: 'nilai yang dihitung oleh formulir; tidak dipakai.', service: 'catatan program survei; tidak dipakai.', rank: 'peringkat; tidak dipakai.', constant: 'isinya sama di semua baris; tidak dipakai.', empty: 'kosong; tidak dipakai.',
    },
    identifier: 'Kolom untuk menemukan orang yang mengisi dua kali', none: '(tidak ada)', identifierNote: 'Isi kolom itu hanya dibandingkan, tidak pernah dicetak.',
    comments: 'Jawaban bebas', printComments: 'cetak {0} di dalam laporan', commentsNote: 'Jawaban bebas tidak dicetak, kecuali diminta di sini. Jawaban itu dicetak kata demi kata dan dapat memuat nama orang: baca dahulu semuanya.',
    scale: 'Skala jawaban', scaleOf: 'Skala jawaban {0}', up: 'Naikkan {0}', down: 'Turunkan {0}', addPoint: 'Pilihan kuesioner yang belum ada di sini:', addLowest: 'Tambah di bawah', addHighest: 'Tambah di atas', lowestNumber: 'Angka terendah', highestNumber: 'Angka tertinggi',
    construct: 'Aspek yang diukur', constructs: 'Aspek yang diukur (konstruk) dan pernyataannya', constructNote: 'Pernyataan yang mengukur hal yang sama membentuk satu aspek; nilainya dihitung bersama.', items: 'Skala dan pernyataan', statement: 'Pernyataan {0}', reverse: 'pernyataan terbalik', group: 'Aspek untuk butir {0}', newConstruct: 'aspek baru',
    undo: 'Batalkan penghapusan', undoAnswer: 'Batalkan jawaban itu', noAnswers: 'Tidak ada jawaban di dalam {0}; studi yang terbuka tetap seperti semula.',
    remove: 'Bukan butir', removeOf: '{0} bukan butir', removed: 'berisi jawaban pada skala, tetapi bukan butir; tidak dipakai.', toItem: 'Jadikan butir', toItemOf: 'Jadikan butir: {0}', leftOut: 'Ada kolom jawaban yang bukan butir dan tidak masuk laporan: {0}. Bila perlu, jadikan butir di bawah “Kolom lain”.', concluded: 'Yang disimpulkan dari berkas',
    text: 'study.yaml: semua pengaturan sebagai teks', textLabel: 'Isi study.yaml', apply: 'Terapkan teks ini',
    textNote: 'Teks ini dan isian di atas selalu sama: perubahan di sini diterapkan begitu Anda meninggalkan kotak ini.', textPending: 'Perubahan di kotak ini belum diterapkan; diterapkan begitu Anda meninggalkannya, menekan tombol ini, atau membuat laporan.',
    textWrong: 'Yang salah di dalam teks:', line: 'Baris {0}', toLine: 'Tunjukkan di dalam teks pengaturan (baris {0})', toWrong: 'Tunjukkan yang harus dibetulkan', formWaits: 'Isian berikut seperti sebelum teks study.yaml diubah, dan dapat diubah lagi setelah teks itu betul.',
    langs: { id: 'Indonesia', en: 'Inggris' },
    identity: 'Identitas laporan, kop surat, dan tanda tangan', identityArticle: 'Penulis dan keterangan penelitian', identityNote: 'Semua boleh dikosongkan.', identityCohorts: 'Isinya sama untuk semua angkatan dan untuk perbandingannya, kecuali yang tertulis di tabel angkatan; {angkatan} di dalam nomor dokumen diganti nama angkatan, misalnya 800/{angkatan}/2026.', lacking: 'Masih perlu diisi: {0}. Selama kosong, laporan menyediakan tempat untuk diisi dengan tangan.',
    required: 'wajib', fillFirst: 'Isi dahulu baris kosong di atas, lalu tambahkan yang berikutnya.', delete: 'Hapus', add: 'Tambah {0}', entry: '{0} {1}', removeEntry: 'Hapus {0} {1}', logoIs: 'Logo: {0}. Ganti dengan:', removeLogo: 'Hapus logo',
    entries: { signatories: 'penanda tangan', legal_basis: 'peraturan', authors: 'penulis' },
    keys: {
      program: 'Nama kegiatan atau program', agency: 'Instansi (kop surat)', 'agency.parent': 'Instansi induk', 'agency.name': 'Nama instansi', 'agency.address': 'Alamat', 'agency.contact': 'Telepon, email, situs',
      'layout.logo': 'Logo', 'layout.logo.file': 'Gambar logo (PNG atau JPEG)', 'layout.logo.alt': 'Keterangan logo (bagi pembaca tunanetra)',
      document: 'Nomor, tempat, dan tanggal', 'document.number': 'Nomor dokumen', 'document.place': 'Tempat', 'document.date': 'Tanggal',
      signatories: 'Penanda tangan', 'signatories.as': 'Kata di atas jabatan', 'signatories.role': 'Jabatan', 'signatories.name': 'Nama', 'signatories.nip': 'NIP',
      legal_basis: 'Dasar hukum', 'legal_basis[]': 'Peraturan', 'sections.recommendations': 'Rekomendasi', 'sections.follow_up': 'Rencana tindak lanjut',
      method: 'Pelaksanaan survei', 'method.place': 'Tempat survei', 'method.period': 'Waktu survei', 'method.population': 'Jumlah seluruh peserta', 'method.sampling': 'Cara memilih responden', 'method.respondents': 'Sebutan responden', 'method.instrument': 'Alat pengumpul data',
      samplings: { saturated: 'semua anggota populasi (sensus, jenuh)', random: 'acak', purposive: 'sengaja (purposive)', convenience: 'kebetulan (accidental)', other: 'cara lain' },
      authors: 'Penulis', 'authors.name': 'Nama', 'authors.affiliation': 'Lembaga', 'authors.email': 'Email',
      journal: 'Jurnal', 'journal.name': 'Nama jurnal', 'journal.volume': 'Volume', 'journal.number': 'Nomor', 'journal.year': 'Tahun', 'journal.pages': 'Halaman', 'journal.issn': 'ISSN', 'journal.doi': 'DOI',
    },
    keyHints: {
      agency: 'Instansi induk dicetak di atas nama instansi; alamat dan kontak masing-masing satu baris.', document: 'Tanggal ditulis seperti 24 November 2026.', 'sections.recommendations': 'Baris kosong memulai paragraf baru; “1.” di awal baris memulai daftar bernomor.',
      signatories: 'Menurut urutan tanda tangan. Kata di atas jabatan misalnya Mengesahkan atau Menyetujui.', legal_basis: 'Peraturan yang menjadi dasar, menurut urutannya.',
      method: 'Sebutan responden seperti di dalam kalimat: peserta pelatihan. Kosongkan jumlah peserta bila tidak diketahui.', 'method.byCohort': 'Sebutan responden seperti di dalam kalimat: peserta pelatihan. Jumlah peserta tiap angkatan ditulis di tabel angkatan.',
    },
    isKind: 'berkas ini {0}, bukan tabel jawaban.', fileKinds: { pdf: 'PDF', picture: 'gambar', word: 'dokumen Word', slides: 'presentasi', film: 'film', archive: 'arsip' }, bring: 'Yang diperlukan berkas jawaban, yaitu ekspor dari Google Formulir atau Excel (xlsx atau csv).', goesOn: 'Isian Anda dipakai untuk jawaban di dalam {0}.', afresh: 'Mulai dari awal dengan berkas ini', turned: 'Apakah {0} pernyataan terbalik?', turnedNote: 'Pernyataan terbalik bernada negatif: setuju berarti menilai kurang baik. Nilainya dibalik sebelum dihitung; tanpa itu rata-ratanya keliru.', turnedYes: 'Ya, pernyataan terbalik', turnedNo: 'Tidak, biarkan', twice: 'Apakah ada orang yang mengisi dua kali?', twiceNote: '{1} baris berisi {0} yang sudah ada di baris sebelumnya. Tanpa jawaban Anda, semuanya dihitung. Isi kolom itu hanya dibandingkan, tidak pernah dicetak.', once: 'Ya, hitung pengisian pertama saja', notOnce: 'Tidak, hitung semua baris', inZip: 'Selain PDF, ZIP berisi untuk setiap angkatan', exclude: 'Baris yang tidak dihitung', excludeNote: 'Yang ditandai dikeluarkan dari semua angka; laporan menyebutkan jumlahnya.',
    differing: 'Yang berbeda di tiap angkatan', differingNote: 'Jumlah peserta (untuk tingkat respons), periode, tempat, judul, nomor, tanggal, dan penanda tangan tiap angkatan ditulis dalam satu tabel: unduh tabelnya, isi di Excel, lalu masukkan di sini. Yang dikosongkan diambil dari isian di bawah; angkatan yang penanda tangannya ditulis di tabel hanya memakai penanda tangan itu. Urutkan barisnya dari angkatan yang paling awal.',
    cohortTable: 'Unduh tabel angkatan (Excel)', pickCohorts: 'Tabel yang sudah diisi', cohortsAre: 'Tabel yang dipakai: {0} ({1} angkatan). Ganti dengan:', removeCohorts: 'Jangan pakai tabel ini',
    ofCohorts: '{0} dari {1}', without: 'Tanpa laporan ({0}): {1}.', toWithout: 'Tunjukkan sebabnya',
    guessed: 'Laporan ini mengikuti perkiraan program karena belum dijawab:', toAsked: 'Jawab sekarang',
    noReport: 'angkatan “{0}” tidak akan mendapat laporan: {1}', cautions: 'Perhatikan sebelum membuat laporan:', toCautions: 'Perlu diperhatikan: {0}', noTable: '{0} bukan tabel angkatan, yaitu berkas Excel (xlsx) atau csv dengan satu baris untuk setiap angkatan. Berkas itu tidak dipakai dan tidak disimpan.', failed: 'Angkatan berikut tidak mempunyai laporan dan tidak masuk dalam perbandingan:', orCohorts: 'Bila berkas itu tabel angkatan, masukkan pada “{0}”.',
    meant: 'Hitung sebagai “{0}”',
    accept: 'Hitung jawaban seperti itu sebagai tidak menjawab',
    excluded: { duplicates: 'pengisian kedua dan seterusnya dari orang yang sama (menurut kolom di atas, atau isi dan waktu yang sama); yang dihitung pengisian pertama', empty: 'baris tanpa jawaban', straightliners: 'baris dengan jawaban yang sama untuk semua pernyataan' },
    instead: 'Kolom yang dimaksud di dalam berkas ini', useInstead: 'Pakai kolom ini', insteadNote: 'Kolom yang paling mirip ada di urutan pertama. Bunyi pernyataan di dalam laporan tidak ikut berubah; ubah di isiannya bila perlu.',
    answersFile: 'Berkas jawaban', aStatement: 'Pernyataan',
    problems: 'Yang perlu diperhatikan', more: 'dan {0} lagi', error: 'Salah', warning: 'Perhatian',
    make: 'Buat laporan', makeAll: 'Buat laporan setiap angkatan', cancel: 'Batalkan',
    report: 'Laporan', pages: 'Halaman laporan', pageOf: 'Halaman {0} dari {1}', show: 'Yang ditampilkan', downloadShown: 'Unduh PDF {0}', look: 'Lihat {0}', lookShort: 'Lihat', openPage: 'Buka PDF', noViewer: 'Peramban ini tidak menampilkan PDF di dalam halaman.',
    stale: 'Isian telah berubah sejak laporan ini dibuat.', downloads: 'Unduh',
    formats: { pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel (XLSX)', json: 'Hasil (JSON)', svg: 'Grafik (SVG)', png: 'Grafik (PNG)' },
    zip: 'Semua laporan (ZIP)', progress: '{0} dari {1} angkatan', cancelled: 'Dibatalkan; tidak ada laporan yang dibuat.',
    cohortsDone: '{0} laporan selesai, {1} gagal, {2} terlalu kecil untuk dilaporkan.',
    cohortName: 'Angkatan', statusName: 'Keadaan', statuses: { done: 'selesai', failed: 'gagal', withheld: 'responden terlalu sedikit' }, comparison: 'Perbandingan angkatan',
    keep: 'Simpan pengaturan ini di peramban', keptNote: 'Yang disimpan pengaturan, tabel angkatan, dan logo, bukan jawaban.', keptThere: 'Di peramban ini tersimpan pengaturan studi “{0}”, terakhir diubah {1}. {2}', keptDrop: 'Seret berkas jawabannya untuk memakainya lagi.', restored: 'Pengaturan studi “{0}” yang disimpan {1} dipakai lagi.', useKept: 'Gunakan pengaturan yang tersimpan', forget: 'Hapus yang tersimpan',
    taken: 'Studi menyebut berkas jawaban {0}, yang tidak disertakan; yang dipakai sekarang {1}.',
    codes, advice, sentences, messages, hints, original: 'Kalimat program (bahasa Inggris)',
  },
  en: {
    tagline: 'Survey reports from a file of answers, in your own browser',
    files: 'Files',
    drop: 'Drop a file of answers (Excel or CSV) here, or a study.yaml with its files, or choose files:',
    private: 'Your files are sent nowhere: all the work is done on this computer.',
    loading: 'Loading the program…', reading: 'Reading the files…', building: 'Making the report…',
    ready: 'Ready.', built: 'The report was made in {0} seconds.', notBuilt: 'There is no report yet: first correct what is marked ({0}).', notTaken: '{0} is not used; the study that was open is as it was.', butFirst: 'Its report can be made when what is marked has been corrected: {0}.',
    changed: 'The change was made.', outdated: 'The form has changed: the pages that are shown are of an earlier state.', outdatedWrong: 'The pages that are shown are of an earlier state: first correct what is marked ({0}).',
    again: 'The file was read again; what you typed is still there.', replaceAsk: 'New files take the place of the study that is open, and changes that were not saved are lost. Go on?',
    moved: 'The form changed just before, so that the last change was not made. Look at it, and do it again.',
    read: 'Read {0} items and {1} respondents.',
    ended: 'The program stopped ({0}) and was started again. What you typed is still here; try again, or with a smaller file.',
    cannotStart: 'The program cannot start ({0}). Reload this page; the browser has to support WebAssembly.',
    gone: 'The program has ended. Start it again to go on; what you typed is still shown here.',
    refused: 'That cannot be done: {0}',
    asked: 'Please confirm', askedIntro: 'The file does not tell the following, and the numbers of the report depend on the answers.',
    askedGuess: 'The report can be made, but the following is a guess of the program.', unnamed: 'What do these statements measure?', unnamedNote: 'The file does not say, so that the report writes {0}. Write its name, such as the quality of the training.', toName: 'Name it', guess: 'Please confirm: this is a guess of the program. The name stands in sentences of the report, such as “satisfaction of the participants”.',
    yes: 'Yes, that is so', which: 'What the questionnaire has:', why: 'Why it is asked', ifNot: 'If not', about: 'About',
    order: 'Put the answers in order, from the lowest to the highest', orderDone: 'This order is right', lowest: 'lowest', highest: 'highest',
    kinds: { order: 'Order of the answers', numbers: 'Numbers of the answers', length: 'How many answers there are to choose from', 'no-answer': 'An answer or none', role: 'Columns that may be no items', layout: 'How the rows are to be read' },
    study: 'What the report says', title: 'Title', kind: 'Kind of report', article: 'Article', evaluation: 'Evaluation',
    languages: 'Language of the report', reports: 'A report of', together: 'all respondents together', byCohort: 'each cohort',
    cohort: 'Column of the cohorts', profile: 'Profile of respondents', profileNote: 'Columns that say who answered',
    minGroup: 'Smallest group that is reported', minGroupNote: 'Cohorts and compared groups with fewer respondents are not reported. It does not hold for the profile (the table of who answered); that follows “Smallest count of people”.',
    minCell: 'Smallest count of people that is shown', minCellNote: 'Smaller counts are hidden in every table, the profile too. Empty or 0 shows all.', privacy: 'Privacy',
    others: 'Other columns', personal: 'personal; not used, and never printed.', identifies: 'used only to find people who answered twice; never printed.', unusedKind: 'not used.',
    unusedKinds: {
      timestamp: 'when it was answered; not used.', category: 'not used; can be chosen for the profile above.', number: 'not used; can be chosen for the profile above.', 'multi-select': 'several choices at once; not used.',
      id: 'a number of the respondent; not used.', score: 'computed by the form; not used.', service: 'a note of the survey program; not used.', rank: 'ranks; not used.', constant: 'the same in every row; not used.', empty: 'empty; not used.',
    },
    identifier: 'Column that finds people who answered twice', none: '(none)', identifierNote: 'What it holds is compared only, and never printed.',
    comments: 'Free text', printComments: 'print {0} in the report', commentsNote: 'Free text is not printed unless it is asked for here. It is printed word for word and may name people: read all of it first.',
    scale: 'Answer scale', scaleOf: 'Answer scale of {0}', up: 'Move {0} up', down: 'Move {0} down', addPoint: 'An option of the questionnaire that is not here yet:', addLowest: 'Add below', addHighest: 'Add above', lowestNumber: 'Lowest number', highestNumber: 'Highest number',
    construct: 'What is measured', constructs: 'What is measured (constructs), and the statements', constructNote: 'Statements that measure the same thing make up a construct; their scores are counted together.', items: 'Scale and statements', statement: 'Statement {0}', reverse: 'reversed', group: 'Construct of item {0}', newConstruct: 'new construct',
    undo: 'Take back the removal', undoAnswer: 'Take back that answer', noAnswers: 'There are no answers in {0}; the study that was open is as it was.',
    remove: 'Not an item', removeOf: '{0} is not an item', removed: 'holds answers on a scale, but is no item; not used.', toItem: 'Make it an item', toItemOf: 'Make it an item: {0}', leftOut: 'Columns of answers that are no items are not in the report: {0}. Make them items under “Other columns” if they shall be.', concluded: 'What was concluded from the file',
    text: 'study.yaml: all settings as text', textLabel: 'Contents of study.yaml', apply: 'Apply this text',
    textNote: 'This text and the form above are always the same: a change here is applied as soon as you leave the box.', textPending: 'What was changed in this box is not applied yet; it is as soon as you leave the box, press this button or make the report.',
    textWrong: 'What is wrong in the text:', line: 'Line {0}', toLine: 'Show it in the text of the settings (line {0})', toWrong: 'Show what is to be corrected', formWaits: 'The form below is as it was before the text of study.yaml was changed. It can be changed again when the text is right.',
    langs: { id: 'Indonesian', en: 'English' },
    identity: 'Whose report it is: letterhead and signatures', identityArticle: 'Authors and how the study was made', identityNote: 'All of it may stay empty.', identityCohorts: 'It is the same for all cohorts and their comparison, but for what stands in the table of cohorts; {cohort} in the number of the document stands for the name of the cohort, as in 800/{cohort}/2026.', lacking: 'Still to be filled in: {0}. As long as they are empty, the report leaves room to write them by hand.',
    required: 'required', fillFirst: 'First fill in the empty row above, then add the next.', delete: 'Remove', add: 'Add {0}', entry: '{0} {1}', removeEntry: 'Remove {0} {1}', logoIs: 'Logo: {0}. Replace it with:', removeLogo: 'Remove the logo',
    entries: { signatories: 'signatory', legal_basis: 'rule', authors: 'author' },
    keys: {
      program: 'Name of the programme', agency: 'Agency (letterhead)', 'agency.parent': 'What it belongs to', 'agency.name': 'Name of the agency', 'agency.address': 'Address', 'agency.contact': 'Telephone, e-mail, site',
      'layout.logo': 'Logo', 'layout.logo.file': 'Picture (PNG or JPEG)', 'layout.logo.alt': 'What the logo shows (for readers who do not see it)',
      document: 'Number, place and date', 'document.number': 'Number of the document', 'document.place': 'Place', 'document.date': 'Date',
      signatories: 'Signatories', 'signatories.as': 'Word over the role', 'signatories.role': 'Role', 'signatories.name': 'Name', 'signatories.nip': 'NIP (civil servant number)',
      legal_basis: 'Legal basis', 'legal_basis[]': 'Rule', 'sections.recommendations': 'Recommendations', 'sections.follow_up': 'Follow-up plan',
      method: 'How the survey was made', 'method.place': 'Where', 'method.period': 'When', 'method.population': 'How many people it is about', 'method.sampling': 'How respondents were chosen', 'method.respondents': 'What respondents are called', 'method.instrument': 'What they were asked with',
      samplings: { saturated: 'everybody (census)', random: 'at random', purposive: 'purposively', convenience: 'by convenience', other: 'in another way' },
      authors: 'Authors', 'authors.name': 'Name', 'authors.affiliation': 'Affiliation', 'authors.email': 'E-mail',
      journal: 'Journal', 'journal.name': 'Name of the journal', 'journal.volume': 'Volume', 'journal.number': 'Number', 'journal.year': 'Year', 'journal.pages': 'Pages', 'journal.issn': 'ISSN', 'journal.doi': 'DOI',
    },
    keyHints: {
      agency: 'What it belongs to stands over its name; address and contact are a line each.', document: 'Write the date as 24 November 2026.', 'sections.recommendations': 'An empty line begins a paragraph; “1.” at the start of a line begins a numbered list.',
      signatories: 'In the order in which they sign. A word over the role is, for example, Approved by.', legal_basis: 'The rules that the evaluation rests on, in their order.',
      method: 'What respondents are called, as in a sentence: participants of the training. Leave the number empty where it is unknown.', 'method.byCohort': 'What respondents are called, as in a sentence: participants of the training. How many each cohort has stands in the table of cohorts.',
    },
    isKind: 'the file is {0}, not a table of answers.', fileKinds: { pdf: 'a PDF', picture: 'a picture', word: 'a document of Word', slides: 'a presentation', film: 'a film', archive: 'an archive' }, bring: 'Bring the file of answers, an export of Google Forms or of Excel (xlsx or csv).', goesOn: 'What you typed is used for the answers in {0}.', afresh: 'Begin anew with this file', turned: 'Is {0} worded the other way round?', turnedNote: 'Such a statement is negative: who agrees thinks less of the matter. Its scores are reversed before anything is computed; without that its mean is wrong.', turnedYes: 'Yes, worded the other way round', turnedNo: 'No, leave it', twice: 'Did anybody answer twice?', twiceNote: 'In {1} rows the {0} is one that an earlier row has. Without an answer here, all of them count. The column is only compared, and never printed.', once: 'Yes, count the first answer only', notOnce: 'No, count all rows', inZip: 'Beside the PDF the ZIP holds for each cohort', exclude: 'Rows that are not counted', excludeNote: 'Those ticked are left out of all numbers; the report says how many.',
    differing: 'What differs between cohorts', differingNote: 'The number of participants (for the response rate), period, place, title, number, date and signatories of each cohort stand in one table: download it, fill it in with Excel, then bring it here. What stays empty is taken from the form below; a cohort whose signatories the table has is signed by these alone. The rows go from the earliest cohort to the latest.',
    cohortTable: 'Download the table of cohorts (Excel)', pickCohorts: 'The table, filled in', cohortsAre: 'The table in use: {0} (cohorts: {1}). Replace it with:', removeCohorts: 'Do not use this table',
    ofCohorts: '{0} of {1}', without: 'Without a report ({0}): {1}.', toWithout: 'Show why',
    guessed: 'The report goes by a guess of the program, since this is not answered yet:', toAsked: 'Answer it now',
    noReport: 'the cohort “{0}” gets no report: {1}', cautions: 'Before the report is made, see:', toCautions: 'Cautions: {0}', noTable: '{0} is no table of cohorts, which is a file of Excel (xlsx) or csv with one row for each cohort. It is neither used nor kept.', failed: 'These cohorts have no report, and the comparison leaves them out:', orCohorts: 'Where it is the table of the cohorts, bring it under “{0}”.',
    meant: 'Count it as “{0}”',
    accept: 'Count such answers as missing',
    excluded: { duplicates: 'a second answer of the same person (by the column above, or alike and within minutes); the first one counts', empty: 'rows without an answer', straightliners: 'rows with the same answer to every statement' },
    instead: 'The column that is meant, in this file', useInstead: 'Use this column', insteadNote: 'The one most alike comes first. The statement in the report stays as it is; change it in its field where needed.',
    answersFile: 'File of answers', aStatement: 'Statement',
    problems: 'What needs attention', more: 'and {0} more', error: 'Error', warning: 'Warning',
    make: 'Make the report', makeAll: 'Make a report for each cohort', cancel: 'Cancel',
    report: 'Report', pages: 'Pages of the report', pageOf: 'Page {0} of {1}', show: 'Shown', downloadShown: 'Download the PDF of {0}', look: 'Look at {0}', lookShort: 'Look at it', openPage: 'Open the PDF', noViewer: 'This browser shows no PDF inside a page.',
    stale: 'The form has changed since this report was made.', downloads: 'Download',
    formats: { pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel (XLSX)', json: 'Results (JSON)', svg: 'Figures (SVG)', png: 'Figures (PNG)' },
    zip: 'All reports (ZIP)', progress: '{0} of {1} cohorts', cancelled: 'Cancelled; no report was made.',
    cohortsDone: '{0} reports done, {1} failed, {2} too small to be reported.',
    cohortName: 'Cohort', statusName: 'Status', statuses: { done: 'done', failed: 'failed', withheld: 'too few respondents' }, comparison: 'Comparison of the cohorts',
    keep: 'Keep these settings in this browser', keptNote: 'Settings, the table of cohorts and the logo are kept, not the answers.', keptThere: 'This browser keeps the settings of the study “{0}”, last changed {1}. {2}', keptDrop: 'Drop its file of answers to use them again.', restored: 'The settings of the study “{0}”, kept {1}, are used again.', useKept: 'Use the settings that were kept', forget: 'Delete what was kept',
    taken: 'The study names the file of answers {0}, which was not given; {1} is used in its place.',
    codes: {}, advice: englishAdvice, sentences: [[/^a report for each cohort is made .*$/, 'a report is made for each cohort; choose “all respondents together” for a single one']], messages: [[/^the report marks what the study does not say, to be filled in: (.+)$/, (_, list) => `the report leaves a place for what is not filled in yet: ${list.split(', ').map(k => (fieldOf(k) ?? k.replace(/^sections\./, '').replace(/_/g, ' ')).toLowerCase()).join(', ')}`]], hints: [[/^the study leaves them out$/, 'The report leaves them out.']], original: '',
  },
};

let language = (navigator.languages ?? []).map(l => l.slice(0, 2)).find(l => l in words) ?? 'id';

export const speaks = () => language;
export function speak(l) { language = l; }

// t is a word, or one below a key, with values in place of {0}, {1}, ….
export function t(key, ...values) {
  return words[language][key].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// under is an entry of a list of words, undefined where there is none.
export const under = (key, name) => words[language][key][name];

const own = (key, sentence) => {
  const known = words[language][key].find(([pattern]) => pattern.test(sentence));
  return known && sentence.replace(...known);
};

// refusedAs is why the program does not do something.
export const refusedAs = why => own('messages', why) ?? why;

// fields are the words by which the form names keys that are not among its parts.
const fields = {
  title: 'title', kind: 'kind', languages: 'languages', reports: 'reports', profile: 'profile', comments: 'comments', privacy: 'privacy', 'privacy.min_group': 'minGroup', 'privacy.min_cell': 'minCell',
  responses: 'answersFile', 'responses.file': 'answersFile', 'responses.files': 'answersFile', 'responses.cohort': 'cohort', 'responses.identifier': 'identifier',
  scale: 'scale', 'constructs.scale': 'scale', constructs: 'constructs', 'constructs.label': 'construct', 'constructs.items.statement': 'aStatement', 'constructs.items.reverse': 'reverse',
};

// fieldOf is the label of the field of a key, undefined where the form has none.
export function fieldOf(path) {
  const [, key, lang] = path.replace(/\[\d+\]/g, '').match(/^(.*?)(?:\.(id|en))?$/);
  const name = fields[key] ? t(fields[key]) : under('keys', key);
  return name && lang ? `${name} (${under('langs', lang)})` : name;
}

// labelled is a message that names a field as the form does, in place of its key.
const labelled = ({ message, path = '' }) => message.replace(/^(an entry of )?"([^"]+)"/, (whole, entry = '', key) => {
  const last = path.replace(/\[\d+\]/g, '').split('.').pop();
  const name = fieldOf(last === key ? path : path ? `${path}.${key}` : key);
  return name ? `${entry}"${name}"` : whole;
});

// toldOf is a problem in the page's language: as the program says it, or the head of its code
// with the names that are quoted; and what to do about it. In English that is what the program
// says. Beside the text of the study its keys stand, elsewhere the labels of the form.
export function toldOf(p, { keys = false } = {}) {
  const [, cohort, why] = p.message.match(/^the cohort "(.+?)" gets no report: (.*)$/s) ?? [];
  if (cohort && language !== 'en') {
    const { text, hint } = toldOf({ ...p, message: why }, { keys });
    return { text: t('noReport', cohort, text), hint };
  }
  const message = keys ? p.message : labelled(p);
  if (language === 'en') return { text: (!keys && own('messages', message)) || message, hint: own('hints', p.hint) ?? ((!keys && under('advice', p.code)) || p.hint) };
  const names = [...message.matchAll(/["“]([^"”]+)["”]/g)].map(m => `“${m[1]}”`);
  const field = keys ? undefined : fieldOf(p.path ?? '');
  if (!names.length && field) names.push(`“${field}”`);
  const text = own('messages', message) ?? [under('codes', p.code) ?? p.code, names.length ? ': ' + names.join(', ') : ''].join('');
  return { text, hint: own('hints', p.hint) ?? under('advice', p.code) ?? '' };
}

// told is a sentence of a draft's in the page's language: in the page's own words where it has
// some, or as the draft says it in that language; else as it is, in the language that is given.
export function told(sentence, lang, said = {}) {
  const [, scale, rest] = sentence.match(/^(?:scale (\d+) \(.+?\): )?(.*)$/s);
  const text = own('sentences', rest);
  if (text) return { text: (scale ? `${t('scale')} ${scale}: ` : '') + text, lang: language };
  return said[language] ? { text: said[language], lang: language } : { text: sentence, lang };
}
