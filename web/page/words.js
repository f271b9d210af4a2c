// What the page says, in both languages.
import { advice, codes, sentences } from './codes.js';

export const words = {
  id: {
    tagline: 'Laporan angket dari berkas jawaban, langsung di peramban Anda',
    files: 'Berkas',
    drop: 'Seret berkas jawaban (Excel atau CSV) ke sini, atau study.yaml beserta berkas-berkasnya, atau pilih berkas:',
    private: 'Berkas Anda tidak dikirim ke mana pun: semuanya diolah di komputer ini.',
    loading: 'Memuat program…', reading: 'Membaca berkas…', building: 'Membuat laporan…',
    ready: 'Siap.', built: 'Laporan selesai dalam {0} detik.', notBuilt: 'Belum ada laporan: perbaiki dahulu yang ditandai di bawah ini.',
    read: '{0} butir pernyataan dan {1} responden terbaca.',
    ended: 'Program berhenti ({0}) dan dimulai lagi. Isian Anda tetap ada; coba lagi, atau dengan berkas yang lebih kecil.',
    cannotStart: 'Program tidak dapat dimulai ({0}). Muat ulang halaman ini; peramban harus mendukung WebAssembly.',
    gone: 'Program sudah berakhir. Jalankan lagi untuk melanjutkan; isian Anda masih tampak di sini.',
    refused: 'Tidak dapat dilakukan: {0}',
    asked: 'Mohon dipastikan', askedIntro: 'Berkas tidak menjawab hal-hal berikut. Laporan baru dibuat setelah semuanya dipastikan.',
    yes: 'Ya, benar', why: 'Mengapa ditanyakan', ifNot: 'Jika tidak', about: 'Mengenai',
    order: 'Susun jawaban dari yang terendah ke yang tertinggi', orderDone: 'Urutan ini benar', lowest: 'terendah', highest: 'tertinggi',
    kinds: { order: 'Urutan jawaban', numbers: 'Angka jawaban', length: 'Panjang skala', 'no-answer': 'Jawaban di luar skala', role: 'Kolom yang mungkin bukan butir', layout: 'Susunan baris' },
    study: 'Isi laporan', title: 'Judul', kind: 'Jenis laporan', article: 'Artikel', evaluation: 'Evaluasi',
    languages: 'Bahasa laporan', reports: 'Laporan dibuat untuk', together: 'semua responden bersama', byCohort: 'setiap angkatan',
    cohort: 'Kolom angkatan', profile: 'Profil responden', profileNote: 'Kolom yang menerangkan siapa yang menjawab',
    minGroup: 'Kelompok terkecil yang ditampilkan', minGroupNote: 'Kelompok dengan responden lebih sedikit tidak ditampilkan.',
    minCell: 'Jumlah terkecil yang ditampilkan', minCellNote: '0 menampilkan semuanya.', privacy: 'Kerahasiaan',
    scale: 'Skala jawaban', scaleOf: 'Skala jawaban {0}', up: 'Naikkan {0}', down: 'Turunkan {0}',
    construct: 'Konstruk', constructs: 'Konstruk dan butir', items: 'Butir', statement: 'Pernyataan {0}', reverse: 'pernyataan terbalik', group: 'Konstruk butir {0}', newConstruct: 'konstruk baru',
    remove: 'Bukan butir', removeOf: '{0} bukan butir', concluded: 'Yang disimpulkan dari berkas',
    text: 'study.yaml: semua pengaturan sebagai teks', textLabel: 'Isi study.yaml', apply: 'Terapkan teks ini',
    problems: 'Yang perlu diperhatikan', more: 'dan {0} lagi', error: 'Salah', warning: 'Perhatian',
    make: 'Buat laporan', makeAll: 'Buat laporan setiap angkatan', cancel: 'Batalkan',
    report: 'Laporan', pages: 'Halaman laporan', pageOf: 'Halaman {0} dari {1}', show: 'Yang ditampilkan', openPage: 'Buka PDF', noViewer: 'Peramban ini tidak menampilkan PDF di dalam halaman.',
    stale: 'Isian telah berubah sejak laporan ini dibuat.', downloads: 'Unduh',
    formats: { pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel (XLSX)', json: 'Hasil (JSON)', svg: 'Grafik (SVG)', png: 'Grafik (PNG)' },
    zip: 'Semua laporan (ZIP)', progress: '{0} dari {1} angkatan', cancelled: 'Dibatalkan; tidak ada yang disimpan.',
    cohortsDone: '{0} laporan selesai, {1} gagal, {2} terlalu kecil untuk dilaporkan.',
    cohortName: 'Angkatan', statusName: 'Keadaan', statuses: { done: 'selesai', failed: 'gagal', withheld: 'responden terlalu sedikit' }, comparison: 'Perbandingan angkatan',
    keep: 'Simpan study.yaml di peramban ini', keptNote: 'Hanya pengaturan yang disimpan, bukan jawaban.', useKept: 'Gunakan study.yaml yang tersimpan', forget: 'Hapus yang tersimpan',
    codes, advice, sentences,
  },
  en: {
    tagline: 'Survey reports from a file of answers, in your own browser',
    files: 'Files',
    drop: 'Drop a file of answers (Excel or CSV) here, or a study.yaml with its files, or choose files:',
    private: 'Your files are sent nowhere: all the work is done on this computer.',
    loading: 'Loading the program…', reading: 'Reading the files…', building: 'Making the report…',
    ready: 'Ready.', built: 'The report was made in {0} seconds.', notBuilt: 'There is no report yet: first correct what is marked below.',
    read: 'Read {0} items and {1} respondents.',
    ended: 'The program stopped ({0}) and was started again. What you typed is still here; try again, or with a smaller file.',
    cannotStart: 'The program cannot start ({0}). Reload this page; the browser has to support WebAssembly.',
    gone: 'The program has ended. Start it again to go on; what you typed is still shown here.',
    refused: 'That cannot be done: {0}',
    asked: 'Please confirm', askedIntro: 'The file does not tell the following. The report is made when all of it is confirmed.',
    yes: 'Yes, that is so', why: 'Why it is asked', ifNot: 'If not', about: 'About',
    order: 'Put the answers in order, from the lowest to the highest', orderDone: 'This order is right', lowest: 'lowest', highest: 'highest',
    kinds: { order: 'Order of the answers', numbers: 'Numbers of the answers', length: 'Length of the scale', 'no-answer': 'An answer outside the scale', role: 'Columns that may be no items', layout: 'How the rows are to be read' },
    study: 'What the report says', title: 'Title', kind: 'Kind of report', article: 'Article', evaluation: 'Evaluation',
    languages: 'Language of the report', reports: 'A report of', together: 'all respondents together', byCohort: 'each cohort',
    cohort: 'Column of the cohorts', profile: 'Profile of respondents', profileNote: 'Columns that say who answered',
    minGroup: 'Smallest group that is shown', minGroupNote: 'Groups with fewer respondents are not shown.',
    minCell: 'Smallest count that is shown', minCellNote: '0 shows all.', privacy: 'Privacy',
    scale: 'Answer scale', scaleOf: 'Answer scale of {0}', up: 'Move {0} up', down: 'Move {0} down',
    construct: 'Construct', constructs: 'Constructs and items', items: 'Items', statement: 'Statement {0}', reverse: 'reversed', group: 'Construct of item {0}', newConstruct: 'new construct',
    remove: 'Not an item', removeOf: '{0} is not an item', concluded: 'What was concluded from the file',
    text: 'study.yaml: all settings as text', textLabel: 'Contents of study.yaml', apply: 'Apply this text',
    problems: 'What needs attention', more: 'and {0} more', error: 'Error', warning: 'Warning',
    make: 'Make the report', makeAll: 'Make a report for each cohort', cancel: 'Cancel',
    report: 'Report', pages: 'Pages of the report', pageOf: 'Page {0} of {1}', show: 'Shown', openPage: 'Open the PDF', noViewer: 'This browser shows no PDF inside a page.',
    stale: 'The form has changed since this report was made.', downloads: 'Download',
    formats: { pdf: 'PDF', docx: 'Word (DOCX)', xlsx: 'Excel (XLSX)', json: 'Results (JSON)', svg: 'Figures (SVG)', png: 'Figures (PNG)' },
    zip: 'All reports (ZIP)', progress: '{0} of {1} cohorts', cancelled: 'Cancelled; nothing was kept.',
    cohortsDone: '{0} reports done, {1} failed, {2} too small to be reported.',
    cohortName: 'Cohort', statusName: 'Status', statuses: { done: 'done', failed: 'failed', withheld: 'too few respondents' }, comparison: 'Comparison of the cohorts',
    keep: 'Keep study.yaml in this browser', keptNote: 'Only the settings are kept, not the answers.', useKept: 'Use the study.yaml that was kept', forget: 'Delete what was kept',
    codes: {}, advice: {}, sentences: [],
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

// told is what a draft says, in the page's language where that is known.
export function told(sentence, spoken = 'en') {
  const [, scale, rest] = sentence.match(/^(?:scale (\d+) \(.+?\): )?(.*)$/s);
  const known = words[language].sentences.find(([pattern]) => pattern.test(rest));
  if (!known) return { text: sentence, lang: spoken };
  return { text: (scale ? `${t('scale')} ${scale}: ` : '') + rest.replace(...known), lang: language };
}
