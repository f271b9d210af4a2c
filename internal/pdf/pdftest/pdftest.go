package pdftest

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	vgfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// plain is one span.
func Plain(s string) []document.Span { return []document.Span{{Text: s}} }

func Para(l lang.Tag, spans ...document.Span) *document.Paragraph {
	return &document.Paragraph{Text: spans, Lang: l}
}

func bold(s string) document.Span   { return document.Span{Text: s, Style: document.Bold} }
func italic(s string) document.Span { return document.Span{Text: s, Style: document.Italic} }
func Span(s string) document.Span   { return document.Span{Text: s} }
func Ref(s, id string) document.Span {
	return document.Span{Text: s, Link: "#" + id}
}

// Paragraphs of plain prose, in both languages.
var ProseID = []string{
	"Koordinasi antarinstansi menuntut kesediaan setiap unit kerja untuk berbagi data, jadwal, dan sumber daya. Peserta pelatihan menilai bahwa kesediaan itu tumbuh ketika pimpinan memberikan contoh dan ketika prosedur kerja bersama dituliskan dengan jelas, sehingga pegawai baru pun dapat mengikutinya tanpa harus bertanya berulang-ulang kepada rekan yang lebih senior.",
	"Kuesioner terdiri atas lima butir pernyataan yang dijawab dengan skala lima tingkat. Setiap butir diuji dengan mengorelasikan skor butir dengan jumlah skor butir yang lain; suatu butir dinyatakan valid apabila koefisiennya melampaui nilai kritis pada taraf nyata lima persen. Keandalan instrumen secara keseluruhan dinyatakan dengan koefisien alfa.",
	"Sebagian responden memilih jawaban ragu-ragu. Pilihan tersebut tidak serta-merta berarti penolakan; ia dapat pula menunjukkan bahwa pengalaman peserta di tempat kerjanya masing-masing belum cukup lama untuk memberikan penilaian yang tegas, atau bahwa pernyataannya sendiri memuat lebih dari satu gagasan.",
	"Penyelenggaraan pelayanan publik yang terpadu mempersyaratkan keterhubungan sistem informasi, kesamaan standar pelayanan, serta kejelasan pembagian tanggung jawab. Ketiganya disebut berulang kali dalam jawaban terbuka, walaupun dengan istilah yang berbeda-beda.",
}

var proseEN = []string{
	"Coordination between agencies asks every unit to share its data, its timetable and its resources. The participants held that this willingness grows where leaders set an example and where the common procedure is written down plainly, so that newcomers can follow it without having to ask their senior colleagues over and over again.",
	"The questionnaire holds five statements, answered on a scale of five points. Each item was tested by correlating its score with the sum of the others; it is called valid if the coefficient exceeds the critical value at the five per cent level. The reliability of the whole instrument is expressed by the coefficient alpha.",
}

var sampleItems = []struct {
	id, en string
	counts [5]int
	r      string
}{
	{"Penerapan WoG terhadap pelaksanaan koordinasi", "WoG and coordination", [5]int{1, 4, 12, 36, 12}, "0,677"},
	{"Penerapan WoG mendukung koordinasi dalam tupoksi", "WoG supports coordination in the tasks and functions of the unit", [5]int{0, 3, 9, 41, 12}, "0,698"},
	{"Stakeholder internal sangat membantu dalam penerapan WoG", "Internal stakeholders help", [5]int{2, 7, 24, 23, 9}, "0,592"},
	{"WoG di tempat kerja peserta telah diterapkan", "WoG is in place", [5]int{1, 2, 8, 46, 8}, "0,736"},
	{"WoG di tempat kerja peserta telah meningkatkan pelayanan publik", "WoG has improved services", [5]int{0, 3, 10, 41, 11}, "0,730"},
}

var sampleFonts = vgfont.NewCache(liberation.Collection())

func Face(size vg.Length) vgfont.Face {
	return sampleFonts.Lookup(vgfont.Font{Typeface: "Liberation", Variant: "Sans"}, size)
}

// sampleBars draws a bar chart with plain strokes and fills.
func sampleBars(w, h vg.Length, counts [5]int) func(vg.Canvas) {
	labels := [5]string{"STS", "TS", "RR", "S", "SS"}
	return func(c vg.Canvas) {
		face := Face(9)
		step := w / 5
		most := 0
		for _, n := range counts {
			most = max(most, n)
		}
		for i, n := range counts {
			x := vg.Length(i)*step + step*0.2
			top := 16 + (h-32)*vg.Length(n)/vg.Length(most)
			var p vg.Path
			p.Move(vg.Point{X: x, Y: 16})
			p.Line(vg.Point{X: x + step*0.6, Y: 16})
			p.Line(vg.Point{X: x + step*0.6, Y: top})
			p.Line(vg.Point{X: x, Y: top})
			p.Close()
			c.SetColor(color.Gray{Y: 120})
			c.Fill(p)
			c.SetColor(color.Black)
			for _, t := range []struct {
				s string
				y vg.Length
			}{{labels[i], 4}, {fmt.Sprintf("%d (%s%%)", n, Comma(float64(n)/65*100)), top + 3}} {
				c.FillString(face, vg.Point{X: x + step*0.3 - face.Width(t.s)/2, Y: t.y}, t.s)
			}
		}
		c.SetLineWidth(0.5)
		var axis vg.Path
		axis.Move(vg.Point{X: 0, Y: 16})
		axis.Line(vg.Point{X: w, Y: 16})
		c.Stroke(axis)
	}
}

func Comma(v float64) string { return strings.Replace(fmt.Sprintf("%.1f", v), ".", ",", 1) }

// sampleArticle is a bilingual article with everything that a document can hold.
func Article() *document.Document {
	d := &document.Document{
		Language: lang.ID, Second: lang.EN,
		Meta: document.Meta{
			Title: "Persepsi Peserta – Contoh", Authors: []string{"Nama Penulis"},
			Subject: "Contoh", Keywords: []string{"persepsi", "WoG"},
		},
		Masthead: document.Masthead{
			Name: "Jurnal Administrasi Contoh", Line: "Vol. 3, No. 2, 2017, hlm. 101–112", ISSN: "ISSN 0000-0000",
		},
		Header: document.Running{Left: "Nama Penulis", Right: "Persepsi Peserta Pelatihan Dasar"},
		Footer: document.Running{Center: document.PageNumber},
	}
	add := func(b ...document.Block) { d.Blocks = append(d.Blocks, b...) }
	add(&document.TitleBlock{
		Titles: []document.LangText{
			{Lang: lang.ID, Text: Plain("Persepsi Peserta Pelatihan Dasar CPNS terhadap Implementasi Whole of Government (WoG)")},
			{Lang: lang.EN, Text: Plain("Perceptions of Basic-Training Participants on the Implementation of Whole of Government (WoG)")},
		},
		Authors: []document.TitleAuthor{
			{Name: "Nama Penulis", Affiliation: "Badan Pendidikan dan Pelatihan Contoh", Email: "penulis@example.org"},
			{Name: "Penulis Kedua", Affiliation: "Universitas Contoh", Email: "kedua@example.org"},
		},
		Notice: []document.LangText{
			{Lang: lang.ID, Text: []document.Span{bold("Data sintetis."), Span(" Jawaban dalam laporan ini dibuat untuk contoh dan bukan data penelitian.")}},
			{Lang: lang.EN, Text: []document.Span{bold("Synthetic data."), Span(" The answers in this report were made up as an example and are no data of the study.")}},
		},
	})
	add(&document.Abstract{Lang: lang.EN, Heading: "Abstract", Blocks: []document.Block{Para(lang.EN, Span(proseEN[0]))},
		KeywordsLabel: "Keywords", Keywords: []string{"perception", "Whole of Government", "public service"}})
	add(&document.Abstract{Lang: lang.ID, Heading: "Abstrak", Blocks: []document.Block{Para(lang.ID, Span(ProseID[0]))},
		KeywordsLabel: "Kata kunci", Keywords: []string{"persepsi", "Whole of Government", "pelayanan publik"}})
	add(&document.Heading{ID: "pendahuluan", Level: 1, Text: Plain("PENDAHULUAN")},
		&document.Heading{ID: "latar", Level: 2, Text: Plain("Latar Belakang")},
		Para("", Span(ProseID[0])),
		Para("", Span(ProseID[3]+" Rincian butir disajikan pada "), Ref("Tabel\u00a01", "table:validity"), Span(" dan rujukannya pada "), Ref("Rahmadi (2017)", "rahmadi"), Span(".")),
		&document.List{Ordered: true, Items: [][]document.Block{
			{Para("", Span("Kejelasan tujuan bersama yang dirumuskan sejak tahap perencanaan dan ditinjau ulang setiap tahun anggaran oleh semua pihak yang terlibat."))},
			{Para("", Span("Pembagian peran;")), &document.List{Items: [][]document.Block{{Para("", Span("unit pengampu,"))}, {Para("", Span("unit pendukung."))}}}},
			{Para("", Span("Keterbukaan informasi, lihat "), document.Span{Text: "https://www.example.org/publikasi/whole-of-government/laporan-tahunan_2017.pdf", Link: "https://www.example.org/publikasi/whole-of-government/laporan-tahunan_2017.pdf"}, Span("."))},
		}},
		Para("", Span(ProseID[2])),
		&document.Heading{ID: "tujuan", Level: 2, Text: Plain("Tujuan Penelitian")},
		Para("", Span("Penelitian ini "), italic("tidak"), Span(" menguji sebab-akibat. "+ProseID[3])),
		&document.Quote{Blocks: []document.Block{Para("", Span("Pemerintahan yang terpadu bukanlah penggabungan lembaga, melainkan cara bekerja bersama dengan tujuan yang disepakati dan hasil yang dapat diukur oleh warga."))}},
		&document.Heading{ID: "metode", Level: 1, Text: Plain("METODE PENELITIAN")},
		Para("", Span(ProseID[1]+" Nilai kritis dihitung dari "), italic("t"), Span(" / √("), italic("df"), Span(" + "), italic("t"), document.Span{Text: "2", Style: document.Superscript}, Span("), dengan "), italic("df"), Span(" = "), italic("n"), Span(" − 2 = 63 dan "), italic("α"), Span(" = 0,05.")),
		&document.Table{Plain: true, Columns: []document.Column{{}, {}, {Align: document.AlignRight}},
			Head: [][]document.Cell{{{Text: Plain("Kode"), Second: Plain("Code")}, {Text: Plain("Jawaban"), Second: Plain("Answer")}, {Text: Plain("Skor"), Second: Plain("Score")}}},
			Rows: [][]document.Cell{
				{{Text: Plain("SS")}, {Text: Plain("Sangat setuju")}, {Text: Plain("5")}}, {{Text: Plain("S")}, {Text: Plain("Setuju")}, {Text: Plain("4")}},
				{{Text: Plain("RR")}, {Text: Plain("Ragu-ragu")}, {Text: Plain("3")}}, {{Text: Plain("TS")}, {Text: Plain("Tidak setuju")}, {Text: Plain("2")}},
				{{Text: Plain("STS")}, {Text: Plain("Sangat tidak setuju")}, {Text: Plain("1")}},
			}},
		&document.Heading{ID: "hasil", Level: 1, Text: Plain("HASIL PENELITIAN DAN PEMBAHASAN")},
		&document.Heading{ID: "uji", Level: 2, Text: Plain("1. Uji Validitas")},
		Para("", Span(ProseID[1])),
		ValidityTable(),
		Para("", Span("Semua butir dinyatakan valid karena setiap koefisien melampaui 0,244. "+ProseID[2])),
		&document.Paragraph{Role: document.Note, Text: Plain("Catatan: koefisien dihitung terhadap jumlah skor butir lain, bukan terhadap skor total.")},
	)
	for i, it := range sampleItems {
		id := fmt.Sprintf("figure:P%d", i+1)
		add(&document.Heading{ID: fmt.Sprintf("P%d", i+1), Level: 3, Text: Plain(fmt.Sprintf("%d. %s", i+1, it.id))},
			Para("", Span("Pernyataan kepada responden berbunyi:")),
			&document.Paragraph{Role: document.Statement, Text: Plain(it.id + " di instansi Saudara berjalan dengan baik.")},
			&document.Figure{ID: id, Width: 300, Height: 150, Draw: sampleBars(300, 150, it.counts), Alt: it.id,
				Caption: document.Caption{Label: fmt.Sprintf("Gambar %d", i+1), SecondLabel: fmt.Sprintf("Figure %d", i+1),
					Text: Plain("Persepsi " + it.id), Second: Plain("Perceptions: " + it.en), SecondLang: lang.EN}},
			Para("", Span("Berdasarkan "), Ref(fmt.Sprintf("Gambar\u00a0%d", i+1), id), Span(fmt.Sprintf(", sebanyak %d dari 65 responden (%s%%) menjawab setuju. ", it.counts[3], Comma(float64(it.counts[3])/65*100))+ProseID[i%4])),
		)
	}
	add(LongTable(48),
		&document.Heading{ID: "english", Level: 2, Text: Plain("A Section in English"), Lang: lang.EN},
		Para(lang.EN, Span(proseEN[0])), Para(lang.EN, Span(proseEN[1])),
		&document.Paragraph{Role: document.Notice, Text: []document.Span{bold("Perhatian."), Span(" Bagian ini memakai data sintetis.")}},
		&document.Heading{ID: "penutup", Level: 1, Text: Plain("PENUTUP")},
		Para("", Span(ProseID[3])), Para("", Span(ProseID[0])),
		&document.Heading{ID: "pustaka", Level: 1, Text: Plain("DAFTAR PUSTAKA")},
	)
	for _, r := range []struct{ id, text string }{
		{"christensen", "Christensen, T., dan Lægreid, P. (2007). Contoh judul artikel yang cukup panjang tentang koordinasi pemerintahan. Jurnal Contoh, 67(6), 1059–1066."},
		{"rahmadi", "Rahmadi (2017). Contoh rujukan lokal. Penerbit Contoh."},
		{"richards", "Richards, D., dan Smith, M. (2006). Contoh judul lain tentang pelayanan yang terhubung, dengan keterangan yang memakan lebih dari satu baris. Penerbit Contoh."},
	} {
		add(&document.Paragraph{Role: document.Reference, ID: r.id, Text: Plain(r.text)})
	}
	return d
}

func ValidityTable() *document.Table {
	head := func(a, b string) document.Cell { return document.Cell{Text: Plain(a), Second: Plain(b)} }
	t := &document.Table{
		ID:        "table:validity",
		Continued: "lanjutan",
		Caption: document.Caption{Label: "Tabel 1", SecondLabel: "Table 1", Text: Plain("Hasil uji validitas butir"),
			Second: Plain("Results of the validity test"), SecondLang: lang.EN},
		Columns: []document.Column{{Align: document.AlignCenter}, {Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {}},
		Head:    [][]document.Cell{{head("No.", "No."), head("Item (Indikator)", "Item (indicator)"), head("r hitung", "calculated r"), head("r tabel", "critical r"), head("Keterangan", "Remark")}},
		Note:    []document.Span{italic("r"), Span(" hitung: korelasi butir–total terkoreksi; n = 65.")},
	}
	for i, it := range sampleItems {
		t.Rows = append(t.Rows, []document.Cell{{Text: Plain(fmt.Sprint(i + 1))}, {Text: Plain(it.id)}, {Text: Plain(it.r)}, {Text: Plain("0,244")}, {Text: Plain("Valid")}})
	}
	return t
}

func LongTable(rows int) *document.Table {
	t := &document.Table{
		ID: "table:long", Continued: "lanjutan",
		Caption: document.Caption{Label: "Tabel 2", Text: Plain("Sebaran jawaban menurut unit kerja")},
		Columns: []document.Column{{}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}},
		Head: [][]document.Cell{
			{{Text: Plain("Unit kerja")}, {Text: Plain("Jawaban"), Span: 2}, {Text: Plain("Rerata")}},
			{{}, {Text: Plain("Jumlah")}, {Text: Plain("Persen")}, {}},
		},
	}
	for i := range rows {
		cell := fmt.Sprintf("%s%%", Comma(float64(i*i)/7))
		mean := Comma(float64(i%5) + 0.5)
		if i%11 == 4 {
			mean = "–"
		}
		t.Rows = append(t.Rows, []document.Cell{{Text: Plain(fmt.Sprintf("Unit %d", i+1))}, {Text: Plain(fmt.Sprint(i * 37))}, {Text: Plain(cell)}, {Text: Plain(mean)}})
	}
	return t
}

// logos are a picture in the forms that files have.
func Logos(t testing.TB) map[string]*document.Picture {
	t.Helper()
	const w, h = 60, 40
	deep := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			deep.Set(x, y, color.NRGBA64{uint16(x * 1000), uint16(y * 1000), 30000, uint16(65535 - x*y)})
		}
	}
	shallow := image.NewRGBA(deep.Rect)
	for x := range w {
		for y := range h {
			shallow.Set(x, y, deep.At(x, y))
		}
	}
	encode := func(format string, img image.Image) *document.Picture {
		var b bytes.Buffer
		err := png.Encode(&b, img)
		if format == "jpeg" {
			b.Reset()
			err = jpeg.Encode(&b, img, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		return &document.Picture{Data: b.Bytes(), Format: format, Width: w, Height: h, Alt: "lambang"}
	}
	return map[string]*document.Picture{"png": encode("png", shallow), "16-bit png": encode("png", deep), "jpeg": encode("jpeg", shallow)}
}

// hostile are texts that broke something somewhere.
var Hostile = map[string]string{
	"emoji":        "senyum 😀 dan 👩‍👩‍👧‍👦 serta ✓",
	"arabic":       "السلام عليكم ورحمة الله",
	"chinese":      strings.Repeat("这是一个没有空格的很长的句子", 12),
	"cyrillic":     "Правительство как единое целое",
	"hebrew":       "שלום עולם",
	"combining":    "e\u0301 a\u0308\u0323 " + strings.Repeat("o\u0302\u0303\u0304", 60),
	"bad utf-8":    "a\xff\xfeb\xc3(\xed\xa0\x80 sisa",
	"controls":     "a\x00b\x01c\x1b[31m\r\nd\te\u202ef\u2066g\u200bh\u00adi",
	"long word":    strings.Repeat("panjangsekali", 40),
	"long number":  strings.Repeat("1234567890", 40),
	"long address": "https://example.org/" + strings.Repeat("aaaaaaaaaa", 30) + "/b?c=d&e=(f)\\g",
	"capitals":     strings.Repeat("KAPITAL", 40),
	"hyphens":      strings.Repeat("-", 300) + strings.Repeat("a-", 100),
	"spaces":       "  a  \u00a0\u00a0 b \u3000 c   ",
	"newlines":     "\n\na\n\n\nb\n",
	"empty":        "",
	"brackets":     `((\(\)))) \\ %PDF endstream endobj >>`,
	"private use":  "\ue000\U000F0000\uFFFD",
	"full width":   strings.Repeat("\u00a0kata", 100),
}

// everywhere is a document with the text in every place that takes one.
func Everywhere(s string) *document.Document {
	sp := []document.Span{{Text: s}, {Text: s, Style: document.Bold | document.Superscript}, {Text: s, Style: document.Monospace, Link: s}}
	cell := document.Cell{Text: sp, Second: Plain(s)}
	caption := document.Caption{Label: "Tabel 1", SecondLabel: "Table 1", Text: sp, Second: sp, SecondLang: lang.EN}
	return &document.Document{
		Language: lang.ID, Second: lang.EN,
		Meta:     document.Meta{Title: s, Authors: []string{s}, Subject: s, Keywords: []string{s}},
		Masthead: document.Masthead{Name: s, Line: s, ISSN: s},
		Header:   document.Running{Left: s, Center: s, Right: s},
		Footer:   document.Running{Left: s, Right: document.PageNumber + "/" + document.PageCount},
		Blocks: []document.Block{
			&document.TitleBlock{Titles: []document.LangText{{Text: sp}, {Lang: lang.EN, Text: sp}},
				Authors: []document.TitleAuthor{{Name: s, Affiliation: s, Email: s}}, Notice: []document.LangText{{Text: sp}}},
			&document.Abstract{Lang: lang.EN, Heading: s, Blocks: []document.Block{Para("", sp...)}, KeywordsLabel: s, Keywords: []string{s, s}},
			&document.Heading{ID: "a", Level: 1, Text: sp}, &document.Heading{ID: "b", Level: 9, Text: sp},
			Para(lang.EN, sp...),
			&document.Paragraph{Role: document.Statement, Text: sp}, &document.Paragraph{Role: document.Notice, Text: sp},
			&document.Paragraph{Role: document.Note, Text: sp}, &document.Paragraph{Role: document.Reference, Text: sp, ID: s},
			&document.List{Items: [][]document.Block{{Para("", sp...)}, {}, {&document.List{Ordered: true, Start: 12345, Items: [][]document.Block{{Para("", sp...)}}}}}},
			&document.Quote{Blocks: []document.Block{Para("", sp...), &document.Quote{}}},
			&document.Table{ID: "t", Caption: caption, Continued: "lanjutan",
				Columns: []document.Column{{}, {Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignRight}},
				Head:    [][]document.Cell{{cell, cell, cell, cell}}, Rows: [][]document.Cell{{cell, cell, cell, cell}, {}, {{Text: sp, Span: 9}}}, Note: sp},
			&document.Table{}, &document.Figure{},
			&document.Figure{ID: "f", Caption: caption, Width: 900, Height: 2000, Draw: sampleBars(900, 2000, [5]int{1, 2, 3, 4, 5}), Alt: s},
			&document.PageBreak{}, &document.PageBreak{},
		},
	}
}

// sampleEvaluation is an agency's report with all that comes before its text.
func Evaluation(t testing.TB, chapters int) *document.Document {
	head := func(id, label, s string) *document.Heading {
		return &document.Heading{ID: "section:" + id, Level: 1, Label: label, Text: Plain(s), Centered: true, Opens: true}
	}
	logo := Logos(t)["png"]
	d := &document.Document{
		Language: lang.ID, Second: lang.EN,
		Meta:   document.Meta{Title: "Laporan Evaluasi"},
		Header: document.Running{Left: "Badan Pelatihan", Right: "Laporan Evaluasi"},
		Footer: document.Running{Center: document.PageNumber, Right: "Data sintetis"},
	}
	d.Blocks = append(d.Blocks,
		&document.PageBreak{Numbering: document.NumberRoman},
		&document.Cover{
			Above: [][]document.Span{Plain("LAPORAN EVALUASI")}, Titles: []document.LangText{{Lang: lang.ID, Text: Plain("Penyelenggaraan Pelatihan Kepemimpinan Pengawas")}},
			Below: [][]document.Span{Plain("Angkatan I"), Plain("Oktober 2026")}, Logo: logo,
			Foot:   [][]document.Span{Plain("BADAN PELATIHAN"), Plain("2026")},
			Notice: []document.LangText{{Lang: lang.ID, Text: Plain("Data sintetis.")}},
		},
		&document.PageBreak{},
		&document.Letterhead{Logo: logo, Parent: Plain("PEMERINTAH PROVINSI"), Name: Plain("BADAN PELATIHAN"), Address: Plain("Jalan Satu 1"), Line: Plain("pelatihan@example.org")},
		&document.Heading{ID: "section:approval", Level: 1, Text: Plain("LEMBAR PENGESAHAN"), Centered: true},
		&document.Signatures{Date: Plain("Kota Contoh, 24 November 2026"), Items: []document.Signature{
			{As: Plain("Mengesahkan"), Role: Plain("Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Contoh"), Name: Plain("Nama Satu"), Number: Plain("NIP 1")},
			{Role: Plain("Ketua Tim"), Name: Plain("Nama Dua")},
			{Role: Plain("Sekretaris"), Name: Plain("Nama Tiga")},
		}},
		head("contents", "", "DAFTAR ISI"), &document.Contents{Of: document.ContentsHeadings},
		head("tables", "", "DAFTAR TABEL"), &document.Contents{Of: document.ContentsTables},
		head("figures", "", "DAFTAR GAMBAR"), &document.Contents{Of: document.ContentsFigures},
		&document.PageBreak{Numbering: document.NumberArabic},
	)
	n := 0
	for i := range chapters {
		d.Blocks = append(d.Blocks, head(fmt.Sprint("chapter", i), fmt.Sprint("BAB ", i+1), "HASIL YANG DIPEROLEH"))
		for j := range 3 {
			n++
			d.Blocks = append(d.Blocks,
				&document.Heading{ID: fmt.Sprintf("section:part%d-%d", i, j), Level: 2, Text: Plain(string(rune('A'+j)) + ". Bagian")},
				Para(lang.ID, Span(ProseID[(i+j)%len(ProseID)])),
				&document.Table{
					ID: fmt.Sprint("table:", n), Caption: document.Caption{Label: fmt.Sprint("Tabel\u00a0", n), Text: Plain("Statistik Butir " + strings.Repeat("yang Panjang Judulnya ", j*2))},
					Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}, Head: [][]document.Cell{{{Text: Plain("Butir")}, {Text: Plain("r")}}},
					Rows: [][]document.Cell{{{Text: Plain("Satu")}, {Text: Plain("0,5")}}, {{Text: Plain("Dua")}, {Text: Plain("0,25")}}},
				})
		}
	}
	return d
}

var update = flag.Bool("update", false, "write the golden files anew")

func Golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -update writes it", err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s: line %d is\n%s\nwant\n%s", path, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", path, len(g), len(w))
}

// noted is a document of paragraphs, figures and a table that refer to
// footnotes, some of them long, one longer than a page.
func Noted() *document.Document {
	d := Article()
	mark := func(words int) document.Span {
		n := fmt.Sprint(len(d.Footnotes) + 1)
		text := "Catatan " + n + ": " + strings.Repeat("keterangan yang perlu dibaca bersama teksnya, ", words)
		d.Footnotes = append(d.Footnotes, &document.Footnote{ID: "footnote:" + n, Number: n, Text: Plain(text)})
		return document.Span{Text: n, Style: document.Superscript, Link: "#footnote:" + n}
	}
	for i := range 14 {
		first := mark(1 + i%4)
		d.Blocks = append(d.Blocks, Para("", Span(ProseID[i%4]), first, Span(" "+ProseID[(i+1)%4])))
		if i%5 == 2 {
			d.Blocks = append(d.Blocks, &document.Table{Plain: true, Rows: [][]document.Cell{{{Text: Plain("a")}, {Text: []document.Span{Span("b"), mark(2)}}}}})
		}
	}
	d.Blocks = append(d.Blocks, Para("", Span(ProseID[0]), mark(900), Span(" "+ProseID[1])))
	// a note that refers to another one
	within := mark(2)
	d.Footnotes[0].Text = append(d.Footnotes[0].Text, within)
	again := document.Span{Text: "1", Style: document.Superscript, Link: "#footnote:1"}
	d.Blocks = append(d.Blocks, Para("", Span(ProseID[2]), again))
	return d
}
