package study

import (
	"sync"

	"wogreport/internal/lang"
)

// attributeLabels are what running text calls the columns that questionnaires commonly ask
// who somebody is with, by their folded headers: a header is written as a heading
// ("Jenis Kelamin") and in one language, a sentence names it in its own.
var attributeLabels = sync.OnceValue(func() map[string]lang.Text {
	out := map[string]lang.Text{}
	for _, a := range []struct{ id, en string }{
		{"jenis kelamin", "gender"},
		{"usia", "age"},
		{"umur", "age"},
		{"kelompok usia", "age group"},
		{"kelompok umur", "age group"},
		{"rentang usia", "age range"},
		{"tahun lahir", "year of birth"},
		{"pendidikan", "education"},
		{"pendidikan terakhir", "highest education"},
		{"tingkat pendidikan", "level of education"},
		{"pekerjaan", "occupation"},
		{"jenis pekerjaan", "occupation"},
		{"profesi", "profession"},
		{"jabatan", "position"},
		{"jenis jabatan", "type of position"},
		{"pangkat", "rank"},
		{"golongan", "grade"},
		{"pangkat/golongan", "rank and grade"},
		{"masa kerja", "length of service"},
		{"lama bekerja", "length of service"},
		{"lama kerja", "length of service"},
		{"pengalaman kerja", "work experience"},
		{"status kepegawaian", "employment status"},
		{"status pekerjaan", "employment status"},
		{"status pernikahan", "marital status"},
		{"status perkawinan", "marital status"},
		{"agama", "religion"},
		{"penghasilan", "income"},
		{"pendapatan", "income"},
		{"penghasilan per bulan", "monthly income"},
		{"unit kerja", "work unit"},
		{"asal instansi", "home institution"},
		{"instansi", "institution"},
		{"instansi asal", "home institution"},
		{"bagian", "section"},
		{"bidang", "field"},
		{"divisi", "division"},
		{"domisili", "place of residence"},
		{"tempat tinggal", "place of residence"},
		{"provinsi", "province"},
		{"kabupaten/kota", "regency or city"},
		{"kota", "city"},
		{"kecamatan", "district"},
		{"asal daerah", "home region"},
		{"asal sekolah", "previous school"},
		{"sekolah", "school"},
		{"kelas", "class"},
		{"semester", "semester"},
		{"jurusan", "department"},
		{"program studi", "study programme"},
		{"prodi", "study programme"},
		{"fakultas", "faculty"},
		{"angkatan", "cohort"},
		{"gelombang", "wave"},
		{"kelompok", "group"},
		{"jenis layanan", "type of service"},
		{"jenis pelatihan", "type of training"},
	} {
		out[FoldLabel(a.id)] = lang.Text{lang.ID: a.id, lang.EN: a.en}
		if _, other := out[FoldLabel(a.en)]; !other { // the first is the usual one
			out[FoldLabel(a.en)] = lang.Text{lang.ID: a.id, lang.EN: a.en}
		}
	}
	for en, id := range map[string]string{"sex": "jenis kelamin", "job": "pekerjaan", "work experience": "pengalaman kerja"} {
		out[FoldLabel(en)] = lang.Text{lang.ID: id, lang.EN: en}
	}
	return out
})

// attributeLabel is what a report calls a column whose study gives it no label: the common
// name in each language where it has one, else the column's own header.
func attributeLabel(column string) lang.Text {
	if label, ok := attributeLabels()[FoldLabel(column)]; ok {
		return label
	}
	return lang.Same(column)
}
