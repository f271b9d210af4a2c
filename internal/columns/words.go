package columns

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
)

// words are the words of a header in small letters, without marks; words that
// programs write together (StartDate, start_time) are taken apart.
func words(header string) []string {
	var b strings.Builder
	before := ' '
	for _, r := range header {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// headerKind is what a header's words say that its column is, "" when they
// say nothing. Statements of a questionnaire hold these words, too ("Saya
// menerima informasi lewat email"): only a header of few words is believed.
func headerKind(header string) Kind {
	w := words(header)
	if len(w) == 0 || len(w) > 7 && otherWords(header) > 0 {
		return ""
	}
	has := func(any ...string) bool {
		return slices.ContainsFunc(w, func(x string) bool { return slices.Contains(any, x) })
	}
	joined := " " + strings.Join(w, " ") + " "
	says := func(any ...string) bool {
		return slices.ContainsFunc(any, func(x string) bool { return strings.Contains(joined, " "+x+" ") })
	}
	switch {
	case has("email", "surel", "mail", "gmail", "username"):
		return Email
	case has("hp", "telp", "telepon", "telephone", "phone", "handphone", "ponsel", "wa", "whatsapp", "kontak", "contact", "mobile", "tlp"):
		return Phone
	case has("nip", "nik", "npwp", "ktp", "nidn", "nrp", "nim", "nisn", "npm", "nuptk", "passport", "paspor", "nrk", "nis"), says("nomor identitas", "no identitas", "nomor induk", "no induk", "external reference", "external data reference"):
		return IDNumber
	case has("lahir", "kelahiran", "birth", "dob", "birthday", "ttl", "birthdate", "tgllahir"):
		return BirthDate
	case says("ip", "ipaddr", "ip address", "alamat ip"), strings.EqualFold(header, "IPAddress"):
		return IP
	case has("latitude", "longitude", "gps", "geopoint", "geolocation", "altitude"), says("titik koordinat"):
		return Location
	case has("alamat", "address", "domicile"):
		return Address
	case has("tanda") && has("tangan"), has("signature"):
		return Link
	case has("nama", "name", "names") && !has(notPeople...):
		return Name
	case len(w) <= 4 && says("timestamp", "cap waktu", "stempel waktu", "start time", "completion time", "start date", "end date", "submitdate", "submit date",
		"datestamp", "startdate", "submission time", "recorded date", "last modified time", "tanggal pengisian", "waktu pengisian", "date submitted", "date started", "end time", "tanggal", "date", "waktu"),
		len(w) == 1 && has("start", "end", "today"):
		return Timestamp
	case slices.Contains(service, strings.Join(w, " ")), strings.HasPrefix(header, "__"):
		return Service
	case len(w) <= 3 && says("id", "respondent id", "response id", "responseid", "uuid", "no responden", "nomor responden", "kode responden", "instance id", "collector id", "nomor urut", "no urut", "index"),
		len(w) == 1 && has("no", "nomor", "number", "num", "responden", "respondent", "resp"):
		return ID
	case len(w) <= 4 && has("score", "skor", "total", "jumlah", "rata", "rerata", "average", "mean", "sum", "nilai", "grade", "points", "quiz"):
		return Score
	case len(w) == 1 && demographicName.MatchString(w[0]):
		return Category
	case has("ruang", "ruangan", "classroom"): // "Ruang kelas" is rated
	case (len(w) <= 6 || otherWords(header) == 0) && has("umur", "usia", "age", "tahun", "year", "lama", "lamanya", "semester", "angkatan", "cohort", "kelas", "batch", "masa", "anak", "gaji", "income", "penghasilan",
		"gender", "kelamin", "sex", "pendidikan", "education", "pekerjaan", "jabatan", "golongan", "pangkat", "status", "jurusan", "prodi", "fakultas", "gelombang"):
		return Category
	}
	return ""
}

// demographic are the words of headers that ask who somebody is, besides those
// that headerKind knows them by: with no other word beside them they ask for nothing else.
var demographic = []string{
	"umur", "usia", "age", "tahun", "year", "years", "lama", "lamanya", "semester", "angkatan", "cohort", "kelas", "batch", "masa", "anak", "gaji", "income", "penghasilan", "pendapatan",
	"gender", "kelamin", "sex", "pendidikan", "education", "pekerjaan", "jabatan", "golongan", "pangkat", "status", "jurusan", "prodi", "fakultas", "gelombang", "class", "group", "kelompok",
	"jenis", "kerja", "bekerja", "dinas", "terakhir", "anda", "your", "you", "responden", "respondent", "peserta", "participant", "siswa", "mahasiswa", "pegawai", "karyawan", "orang", "tua", "ayah", "ibu", "wali", "mother", "father", "parent",
	"saat", "sekarang", "current", "apa", "berapa", "what", "which", "mana", "kepegawaian", "pernikahan", "perkawinan", "kawin", "menikah", "marital", "employment", "keluarga", "family", "program", "studi", "study", "asal", "unit",
	"tingkat", "level", "highest", "of", "the", "in", "di", "dan", "and", "atau", "or", "per", "bulan", "month", "range", "rentang", "kategori", "category", "kode", "code", "bagian", "divisi", "department", "work", "experience", "pengalaman", "job", "occupation", "profession",
	"ruang", "pangkat", "nomor", "sekolah", "school", "pensiun", "jumlah", "number", "children", "length", "service", "old", "how", "are", "r", "gp", "grp", "no", "ke",
}

// classes are words of headers over codes of classes that people or their schools belong to, which
// rank nothing: L1, U3, E4.
var classes = []string{
	"level", "tingkat", "ukt", "golongan", "gol", "tipe", "type", "kelas", "class", "kelompok", "group", "cluster", "klaster", "eselon", "peringkat", "grade", "kategori", "category", "jenjang", "batch", "angkatan", "gelombang",
	"zona", "zone", "wilayah", "region", "rayon", "klasifikasi", "stratum", "strata", "blok", "block", "kode", "code", "desil", "decile", "rombel", "shift", "sesi", "session", "unit", "cabang", "branch",
}

// namesClass reports a header that asks for a class, and has no other words but such as ask who somebody is.
func namesClass(header string) bool {
	w := words(header)
	return slices.ContainsFunc(w, func(x string) bool { return slices.Contains(classes, x) }) &&
		!slices.ContainsFunc(w, func(x string) bool { return !slices.Contains(classes, x) && otherWords(x) > 0 })
}

// demographicName is how programs name a variable of who somebody is, or its classes:
// agegp3, umurkel, incgrp, edulevel.
var demographicName = pattern.New(`^(?:age|umur|usia|inc|income|edu|educ|pend|sex|gender|jk|kelamin|bmi|imt|marital|occup|job|treatment|condition|perlakuan|week|minggu|wave|month|bulan|round|block|blok|arm|cluster|stratum|strata)_?(?:gr|gp|grp|group|cat|kat|kel|kelompok|class|level|lvl|code|kode|rec|recode|r|c|q)?_?\d*$`)

// otherWords counts the words of a header besides those that ask who somebody
// is: "Kelas terasa nyaman" has two, and makes a statement.
// Words of courtesy and of grammar count only beside another.
func otherWords(header string) int {
	n, courtesy := 0, 0
	for _, w := range words(header) {
		switch {
		case slices.Contains(demographic, w) || demographicName.MatchString(w) || strings.Trim(w, "0123456789") == "":
		case slices.Contains([]string{"bapak", "saudara", "yang", "sudah", "telah", "ini", "i", "ditamatkan", "ditempuh", "diselesaikan"}, w):
			courtesy++
		default:
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return n + courtesy
}

// computed reports a header that is the formula of a survey program.
func computed(header string) bool { return formula.MatchString(header) }

var formula = pattern.New(`^\s*\{.*[(.].*\}\s*$|\.relevanceStatus\b|^\s*=\s*\w+\(`)

// comment reports whether a header asks for words of one's own. Some of the
// words stand in other questions, too ("kegiatan lainnya").
func comment(header string) bool {
	w := words(header)
	return slices.ContainsFunc(w, func(x string) bool {
		return slices.Contains([]string{
			"saran", "komentar", "kritik", "masukan", "alasan", "jelaskan", "sebutkan", "tuliskan", "uraikan", "ceritakan", "mengapa",
			"suggestion", "suggestions", "comment", "comments", "explain", "describe", "why", "specify", "usulan",
		}, x) || len(w) <= 6 && slices.Contains([]string{
			"kesan", "pesan", "harapan", "catatan", "lainnya", "feedback", "remarks", "other", "testimoni",
		}, x)
	})
}

// identity reports a heading over columns that say who the respondents are.
func identity(group string) bool {
	return slices.ContainsFunc(words(group), func(w string) bool {
		return slices.Contains([]string{"identitas", "diri", "responden", "respondent", "profil", "profile", "biodata", "demografi", "demographics", "demographic", "karakteristik", "umum", "peserta", "about", "background"}, w)
	})
}

// asksForCount reports a question that is answered by counting, not by rating.
func asksForCount(header string) bool {
	w := words(header)
	joined := strings.Join(w, " ") + " "
	if countName.MatchString(header) && len(w) > 1 && slices.Contains(counted, w[0]) {
		return true
	}
	if countPer.MatchString(joined) && !slices.ContainsFunc(w, func(x string) bool { return slices.Contains(rated, x) }) {
		return true
	}
	if slices.Contains(w, "berapa") || unit.MatchString(header) || slices.ContainsFunc([]string{"how many ", "how much ", "how long ", "number of "}, func(s string) bool { return strings.HasPrefix(joined, s) }) {
		return true
	}
	counts := len(w) > 0 && slices.Contains([]string{"frekuensi", "banyaknya", "frequency"}, w[0]) || strings.Contains(joined, "pernah diikuti ") || strings.Contains(joined, "telah diikuti ")
	return (counts || ofPeople(joined)) && !slices.ContainsFunc(w, func(x string) bool { return slices.Contains(rated, x) })
}

// ofPeople reports a header that asks how many people or visits somebody has: the number of
// something else, such as of counters, may be rated as enough or too few.
func ofPeople(joined string) bool {
	rest, ok := strings.CutPrefix(joined, "jumlah ")
	return ok && slices.ContainsFunc([]string{
		"tanggungan ", "anggota keluarga ", "anggota rumah tangga ", "anak ", "saudara ", "adik ", "kakak ", "cucu ", "penghuni rumah ", "jiwa ", "kunjungan ",
	}, func(s string) bool { return strings.HasPrefix(rest, s) })
}

// asksForChoice reports a header that has no other words than those that ask which of several things: their
// codes rank nothing.
func asksForChoice(header string) bool {
	w := words(header)
	if at := slices.Index(w, "yang"); at > 0 { // yang diterima, yang digunakan
		w = w[:min(at, len(w))]
	}
	return slices.Contains([]string{
		"domisili", "agama", "suku", "kecamatan", "kelurahan", "kabupaten", "provinsi", "sumber informasi", "sumber penghasilan", "cara mengurus", "cara pengurusan", "cara bayar",
		"jenis layanan", "jenis pelayanan", "jenis pelatihan", "jenis diklat", "jenis usaha", "jenis kunjungan", "jenis pasien", "jenis izin", "jenis permohonan", "jenis kendaraan", "jenis asuransi",
	}, strings.Join(w, " "))
}

// asksForPlace reports a header that asks for the number of a counter, a room or a
// neighbourhood, which rates nothing.
func asksForPlace(header string) bool {
	w := words(header)
	if len(w) == 1 || len(w) == 2 && w[0] == "rt" {
		return slices.Contains([]string{"rt", "rw"}, w[len(w)-1])
	}
	return len(w) >= 2 && len(w) <= 4 && slices.Contains([]string{"nomor", "no", "number"}, w[0]) && slices.Contains([]string{
		"loket", "meja", "kamar", "kursi", "bangku", "ruang", "ruangan", "bed", "tps", "rt", "rw", "rumah", "absen", "kelompok",
	}, w[1]) && !slices.ContainsFunc(w[2:], func(x string) bool {
		return slices.Contains(rated, x) || slices.Contains([]string{"mudah", "cepat", "nyaman", "bersih", "teratur", "rapi", "terlihat", "terbaca", "ada"}, x)
	})
}

// countPer is how often something happens.
var countPer = pattern.New(`\b(?:per|a|each|every|setiap|tiap) (?:day|week|month|year|hari|minggu|bulan|tahun) $|\bse(?:hari|minggu|bulan|tahun) $|\b(?:cups|bottles|glasses|packs|visits|cigarettes) (?:of|per) `)

// countName is how programs name a variable, and counted what it begins with where it counts.
var countName = pattern.New(`^[A-Za-z]+(?:[_.][A-Za-z0-9]+)+$`)
var counted = []string{"times", "time", "hours", "hour", "minutes", "days", "num", "number", "count", "freq", "frequency", "jam", "menit", "kali", "hari", "jumlah", "banyak", "n", "anzahl", "nombre", "numero", "aantal"}

// rated are words that make a judgement of what could be counted.
var rated = []string{"memadai", "cukup", "sesuai", "tepat", "baik", "ideal", "memuaskan", "puas", "jelas", "bermanfaat", "menarik", "adequate", "sufficient", "appropriate"}

// unit is a unit of what is counted, in brackets at the end of a header.
var unit = pattern.New(`(?i)\((?:dalam |in )?(?:tahun|bulan|minggu|hari|malam|jam|menit|kali|orang|jiwa|buah|km|kilometer|meter|cm|kg|rupiah|rp|years?|months?|weeks?|days?|nights?|hours?|minutes?|times|people|persons|miles|kilomet(?:er|re)s)\.?\)\s*$`)

// notPeople are what a column "Nama …" names besides people.
var notPeople = []string{
	"instansi", "unit", "opd", "skpd", "sekolah", "pelatihan", "diklat", "kampus", "universitas", "university", "perusahaan", "company", "lembaga",
	"kabupaten", "kota", "desa", "kecamatan", "provinsi", "program", "mata", "kegiatan", "organization", "organisation", "institution", "school", "product",
	"produk", "kelas", "kelompok", "jurusan", "dinas", "kantor", "course", "training", "event", "acara", "toko", "brand", "merek", "file",
}

// service are the columns in which survey programs note things for themselves.
var service = []string{
	"lastpage", "last page", "startlanguage", "start language", "seed", "refurl", "token", "progress", "duration in seconds", "duration", "finished", "status", "response type",
	"distribution channel", "user language", "response set", "version", "validation status", "notes", "submitted by", "tags", "index", "deviceid", "device id",
	"custom data 1", "custom data", "language", "bahasa", "interviewtime", "mode", "collector id", "subscriberid", "simserial", "phonenumber",
}

// meta are the columns in which Qualtrics and LimeSurvey keep times and devices.
var meta = pattern.New(`(?i)(?: - |_)(?:first click|last click|page submit|click count|browser|version|operating system|resolution)$|^(?:total|group|question) ?time\b`)

var (
	digitsOnly = pattern.New(`^[\d .-]+$`)
	bigNumber  = pattern.New(`^[1-9][.,]\d+[eE]\+?1[5-9]$`)
	phone      = pattern.New(`^(\+?62|0)?[ -]?8\d{1,3}[ -]?\d{3,4}[ -]?\d{2,5}$`)
	ipv4       = pattern.New(`^(\d{1,3}\.){3}\d{1,3}$`)
	ipv6       = pattern.New(`(?i)^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$`)
	score      = pattern.New(`^\d+([.,]\d+)? ?/ ?\d+([.,]\d+)?$`)
	fullYear   = pattern.New(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)
	uuid       = pattern.New(`(?i)^(uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{9,}$`)
)

func isEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && !strings.ContainsAny(s, " ,;") && strings.IndexByte(s[at:], '.') > 1
}

func isPhone(s string) bool {
	return len(s) >= 9 && strings.Trim(s, "+0123456789 -") == "" && phone.MatchString(s)
}

// isIDNumber reports NIP (18 digits), NIK (16) and NPWP (15 or 16), also where
// a spreadsheet program made a number of them (1.98E+17).
func isIDNumber(s string) bool {
	if s = strings.TrimLeft(s, "'`"); len(s) < len("1.9E15") {
		return false
	}
	if bigNumber.MatchString(s) {
		return true
	}
	if _, ok := sheet.Number(s); !digitsOnly.MatchString(s) || ok && strings.ContainsRune(s, '.') { // a time has many decimals, as has what arithmetic left of a whole number
		return false
	}
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 15 && n <= 18
}

func isIP(s string) bool {
	return strings.Count(s, ".") == 3 && ipv4.MatchString(s) || strings.Count(s, ":") >= 3 && ipv6.MatchString(s)
}
func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func isNumber(s string) bool { _, ok := sheet.Number(s); return ok }

// isSerial reports a day as a spreadsheet program counts it: from 1982 to 2064.
func isSerial(s string) bool {
	v, ok := sheet.Number(s)
	return ok && v >= 30000 && v < 60000
}

// isDay is isSerial for people's births, too: from 1919 on.
func isDay(s string) bool {
	v, ok := sheet.Number(s)
	return ok && v >= 7000 && v < 60000 && v == math.Trunc(v)
}

// longAgo reports days, most without a time, that lie many years apart: those of
// births. People answer a questionnaire within a few.
func (c *Column) longAgo() bool {
	first, last, days := math.Inf(1), math.Inf(-1), 0
	for _, v := range c.Values {
		y := math.NaN()
		if x, ok := sheet.Number(v.Text); ok {
			if x == math.Trunc(x) && x >= 7000 && x < 60000 {
				y = 1900 + math.Floor(x/365.25)
			}
		} else if !sheet.Date(v.Text) {
			// no day
		} else if m := fullYear.FindStringSubmatch(v.Text); m != nil {
			y, _ = strconv.ParseFloat(m[1], 64)
		}
		if !math.IsNaN(y) {
			first, last, days = math.Min(first, y), math.Max(last, y), days+v.N
		}
	}
	n := 0
	for _, v := range c.Values {
		n += v.N
	}
	return days*2 > n && last-first >= 8 && first < 2008
}

// isSerialTime reports a day with its time of day as a spreadsheet program
// counts them: amounts of money have two decimals at most.
func isSerialTime(s string) bool {
	v, _ := sheet.Number(s)
	return isSerial(s) && math.Abs(v*100-math.Round(v*100)) > 1e-6
}
