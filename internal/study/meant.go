package study

import (
	"slices"
	"strings"
)

// What people write instead of a key or a value, and characters that look like
// others.

const (
	noBreak = '\u00a0'
	curly   = "“”„‟‘’‚«»"
)

// indonesianKeys are the keys as Indonesian names them. Where a key has several
// names, or one name stands for several keys, the one that is known at a place is meant.
var indonesianKeys = map[string][]string{
	"judul": {"title"}, "nama": {"name"}, "jenis": {"kind"}, "penulis": {"authors"}, "pengarang": {"authors"}, "afiliasi": {"affiliation"}, "surel": {"email"}, "jurnal": {"journal"}, "tahun": {"year"}, "halaman": {"pages"},
	"instansi": {"agency", "affiliation"}, "lembaga": {"agency"}, "induk": {"parent"}, "alamat": {"address"}, "kontak": {"contact"}, "dokumen": {"document"}, "nomor": {"number"}, "tempat": {"place"}, "tanggal": {"date"},
	"penandatangan": {"signatories"}, "jabatan": {"role"}, "dasar_hukum": {"legal_basis"}, "abstrak": {"abstract"}, "kata_kunci": {"keywords"}, "metode": {"method"}, "periode": {"period"}, "waktu": {"period"}, "populasi": {"population"},
	"responden": {"respondents", "respondent"}, "instrumen": {"instrument"}, "skala": {"scale"}, "arah": {"direction"}, "nilai": {"value", "values"}, "kode": {"code"}, "juga": {"also"}, "minimum": {"min"}, "maksimum": {"max"}, "terendah": {"min"}, "tertinggi": {"max"},
	"konstruk": {"constructs"}, "variabel": {"constructs"}, "dimensi": {"constructs"}, "aspek": {"constructs"}, "butir": {"items", "item"}, "soal": {"items"}, "pertanyaan": {"items", "statement"}, "pernyataan": {"statement", "items"}, "kolom": {"column"},
	"judul_gambar": {"caption"}, "keterangan": {"caption", "label"}, "terbalik": {"reverse"}, "dibalik": {"reverse"}, "negatif": {"reverse"}, "kepentingan": {"importance"}, "jawaban": {"responses", "answer", "answers"}, "data": {"responses", "file"}, "respon": {"responses"}, "berkas": {"file", "files"},
	"lembar": {"sheet"}, "tajuk": {"header"}, "kepala": {"header"}, "angkatan": {"cohort", "cohorts"}, "gelombang": {"cohort"}, "kosong": {"missing"}, "hilang": {"missing"}, "di_luar": {"outside"}, "panjang": {"long"}, "baris_tersembunyi": {"hidden_rows"},
	"pengenal": {"identifier"}, "kecualikan": {"exclude"}, "keluarkan": {"exclude"}, "sintetis": {"synthetic"}, "kelompok": {"groups"}, "grup": {"groups"}, "kelas": {"classes"}, "komentar": {"comments"}, "saran": {"comments"}, "analisis": {"analysis"},
	"interpretasi": {"interpretation"}, "bahasa": {"languages"}, "bagian": {"sections"}, "pendahuluan": {"introduction"}, "pustaka": {"literature", "references"}, "pembahasan": {"discussion"}, "kesimpulan": {"conclusion"}, "rekomendasi": {"recommendations"},
	"tindak_lanjut": {"follow_up"}, "tujuan": {"objectives"}, "ringkasan": {"summary"}, "referensi": {"references"}, "daftar_pustaka": {"references"}, "templat": {"templates", "reference"}, "acuan": {"reference"}, "gaya": {"styles"}, "subjudul": {"subtitle"}, "isi": {"body"}, "kutipan": {"quote"}, "judul_bab": {"heading1"}, "catatan_kaki": {"footnote"}, "luaran": {"outputs"}, "keluaran": {"outputs"}, "hasil": {"outputs"}, "buku_kerja": {"workbook"},
	"tata_letak": {"layout"}, "kertas": {"paper"}, "huruf": {"fonts"}, "fon": {"fonts"}, "ukuran": {"size"}, "margin": {"margins"}, "atas": {"top"}, "bawah": {"bottom"}, "kiri": {"left"}, "kanan": {"right"}, "privasi": {"privacy"}, "laporan": {"reports"}, "asumsi": {"assumed"},
	"lampiran": {"embed"}, "standar": {"standard"}, "sumber": {"source"}, "pita": {"bands"}, "dari": {"from"}, "responses_file": {"responses"}, "berkas_jawaban": {"responses"}, "anggapan": {"assumed"},
}

// inEnglish is the key of a place that an Indonesian word names, "" for none.
func (s *Spec) inEnglish(word string) string {
	folded := strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(word)), " ", "_"), "-", "_")
	for _, key := range indonesianKeys[folded] {
		if slices.Contains(s.names(), key) {
			return key
		}
	}
	return ""
}

// valuesOf names the values that a key may have, where they are few words.
func (s *Spec) valuesOf(key string) string {
	for _, k := range s.Keys {
		if k.Name == key {
			if values := k.Spec.enum(); values != nil {
				return " its values are " + strings.Join(values, ", ")
			}
		}
	}
	return ""
}

// enum is the words that a value may be, as itself or in a list.
func (s *Spec) enum() []string {
	switch {
	case s == nil:
		return nil
	case s.Enum != nil:
		return s.Enum
	case s.Items != nil:
		return s.Items.enum()
	}
	for _, f := range s.Forms {
		if e := f.enum(); e != nil {
			return e
		}
	}
	return nil
}

// otherWords are values as people write them.
var otherWords = map[string]string{
	"english": "en", "inggris": "en", "ing": "en", "indonesia": "id", "indonesian": "id", "bahasa": "id", "bahasa indonesia": "id", "ind": "id", "in": "id", "artikel": "article", "evaluasi": "evaluation",
	"excel": "xlsx", "word": "docx", "naik": "up", "turun": "down", "jenuh": "saturated", "semua": "all", "tidak ada": "none",
}

// meant is the value that a word stands for, "" for none.
func meant(word string, values []string) string {
	v := otherWords[strings.ToLower(strings.TrimSpace(word))]
	if slices.Contains(values, v) {
		return v
	}
	return ""
}
