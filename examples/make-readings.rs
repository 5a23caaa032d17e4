//! Makes the tables in `src/chronology/query/readings/` from the Unicode Character Database.
//!
//! `cargo run --example make-readings -- FOLDER src/chronology/query/readings`, where FOLDER
//! holds `UnicodeData.txt` and the `Unihan_*.txt` that are named below. `readings.md` beside the
//! tables tells of their form.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

/// What Unihan says of each character, by the name of the property.
type Unihan = BTreeMap<char, HashMap<String, String>>;

/// Characters by what they share: a reading, or the character that stands for them.
type Groups = BTreeMap<String, BTreeSet<char>>;

/// Japanese characters with their older form, where Unihan does not link the two.
const OLDER_FORMS: &str = "両兩 亀龜 仮假 値值 処處 剤劑 労勞 効效 勅敕 勧勸 呉吳 啓啟 営營 囲圍 図圖 圧壓 塩鹽 壌壤 \
     壱壹 変變 姉姊 姫姬 娯娛 対對 帰歸 廃廢 弐貳 悩惱 戸戶 戻戾 択擇 拠據 拡擴 挿插 斎齋 査查 桟棧 権權 歓歡 歯齒 \
     歳歲 殻殼 氷冰 汚污 沢澤 済濟 渓溪 湧涌 満滿 犠犧 猟獵 産產 疎疏 発發 砲炮 穏穩 窓窗 粛肅 糸絲 経經 絵繪 絶絕 \
     継繼 続續 縄繩 羨羡 脳腦 舎舍 舗鋪 艶艷 蛍螢 衆眾 裏裡 覇霸 覚覺 観觀 訳譯 証證 説說 読讀 豊豐 賛贊 軽輕 辺邊 \
     邉邊 逓遞 遅遲 郷鄉 釈釋 鉄鐵 鉱鑛 銭錢 鋭銳 関關 閲閱 隠隱 隣鄰 隷隸 霊靈 頬頰 顔顏 駄馱 駅驛 髄髓 麺麵 \
     齢齡 瑠琉 塚冢 滝瀧 斉齊 浜濱 岳嶽 駆驅 奨獎 挙舉 総總 闘鬥 鬭鬥 髙高 﨑崎 嶌島";

/// The most steps from a character to the one that stands for it.
const MOST_STEPS: usize = 8;

/// The files of Unihan that are read.
const FILES: [&str; 4] =
    ["Unihan_Readings.txt", "Unihan_Variants.txt", "Unihan_OtherMappings.txt", "Unihan_IRGSources.txt"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("expected two folders: where the Unicode files are, and where the tables go".into());
    };
    let (from, to) = (Path::new(&from), Path::new(&to));
    let mut unihan = Unihan::new();
    for file in FILES {
        read_unihan(&fs::read_to_string(from.join(file))?, &mut unihan);
    }
    let forms = Forms::new(&unihan);
    let latin = decompositions(&fs::read_to_string(from.join("UnicodeData.txt"))?);
    fs::write(to.join("forms.txt"), lines(&forms.groups(&unihan, latin)))?;
    fs::write(to.join("pinyin.txt"), lines(&grouped(&unihan, &forms, pinyin)))?;
    fs::write(to.join("romaji.txt"), lines(&grouped(&unihan, &forms, romaji)))?;
    Ok(())
}

/// Adds the lines `U+6A2A<tab>kMandarin<tab>héng`.
fn read_unihan(text: &str, unihan: &mut Unihan) {
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.splitn(3, '\t');
        if let (Some(c), Some(property), Some(value)) = (parts.next(), parts.next(), parts.next())
            && let Some(c) = code_point(c)
            && is_kept(c)
        {
            unihan.entry(c).or_default().insert(property.to_owned(), value.to_owned());
        }
    }
}

/// The unified ideographs of the basic plane, and those that are there for compatibility.
fn is_kept(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn code_point(text: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(text.strip_prefix("U+")?, 16).ok()?)
}

/// The characters that a property like `U+6EE8 U+6FF1<kFenn` or `2010:U+6D5C` names.
fn named<'a>(properties: &'a HashMap<String, String>, property: &str) -> impl Iterator<Item = char> + use<'a> {
    let value = properties.get(property).map(String::as_str).unwrap_or_default();
    value.split([' ', ':', ',', '<']).filter_map(code_point).filter(|&c| is_kept(c))
}

/// Which character stands for which.
struct Forms {
    /// A Japanese character, or one that is there for compatibility, to the usual one.
    older: HashMap<char, char>,
    /// A traditional character to its simplified one.
    simplified: HashMap<char, char>,
}

impl Forms {
    fn new(unihan: &Unihan) -> Self {
        let simplified = simplified(unihan);
        let listed = OLDER_FORMS.split_whitespace().map(str::chars);
        let mut pairs: Vec<(char, char)> = listed.filter_map(|mut pair| Some((pair.next()?, pair.next()?))).collect();
        for (&c, properties) in unihan {
            pairs.extend(named(properties, "kCompatibilityVariant").take(1).map(|usual| (c, usual)));
            for modern in named(properties, "kJinmeiyoKanji").take(1) {
                // The one of the two that has a simplified form leads to it.
                let is_last = simplified.contains_key(&modern) || matches!(c, '\u{F900}'..);
                pairs.push(if is_last { (c, modern) } else { (modern, c) });
            }
        }
        let mut older = HashMap::new();
        for (from, to) in pairs {
            let leads_back = simplified.get(&to) == Some(&from) || older.get(&to) == Some(&from);
            if !leads_back {
                older.entry(from).or_insert(to);
            }
        }
        Self { older, simplified }
    }

    /// The character that stands for this one and all its other forms.
    fn of(&self, c: char) -> char {
        let next = |c: &char| self.simplified.get(c).or_else(|| self.older.get(c)).copied();
        std::iter::successors(Some(c), next).take(MOST_STEPS).last().unwrap_or(c)
    }

    /// Each character that stands for others, with these; ideographs and Latin letters.
    fn groups(&self, unihan: &Unihan, latin: BTreeMap<char, char>) -> Groups {
        let ideographs = unihan.keys().map(|&c| (c, self.of(c)));
        let mut groups = Groups::new();
        for (c, of) in ideographs.chain(latin).filter(|(c, of)| c != of) {
            groups.entry(of.to_string()).or_default().insert(c);
        }
        groups
    }
}

/// Traditional characters with their simplified ones.
fn simplified(unihan: &Unihan) -> HashMap<char, char> {
    let pairs = unihan.iter().filter_map(|(&c, properties)| {
        let mut simple = named(properties, "kSimplifiedVariant");
        // A character that is its own simplified form as well stays what it is.
        let first = simple.next().filter(|&first| first != c && simple.all(|other| other != c));
        Some((c, first?))
    });
    pairs.collect()
}

/// Latin letters with marks, to the letter; half-width kana, to their full width.
fn decompositions(data: &str) -> BTreeMap<char, char> {
    let rows = data.lines().filter_map(|line| {
        let mut fields = line.split(';');
        let c = code_point(&format!("U+{}", fields.next()?))?;
        let decomposition = fields.nth(4)?;
        let first = decomposition.strip_prefix("<narrow> ").unwrap_or(decomposition).split(' ').next()?;
        let is_kept = matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF66}'..='\u{FF9D}');
        Some((c, code_point(&format!("U+{first}"))?)).filter(|_| is_kept)
    });
    let once: BTreeMap<char, char> = rows.collect();
    let bottom = |c: char| (0..4).fold(c, |c, _| *once.get(&c).unwrap_or(&c));
    let bases = once.iter().map(|(&c, &of)| (c, bottom(of)));
    bases.filter(|(_, of)| of.is_ascii_lowercase() || u32::from(*of) >= 0x3041).collect()
}

/// Characters by their readings; each reading is that of the form that stands for all.
fn grouped(unihan: &Unihan, forms: &Forms, readings: fn(&HashMap<String, String>) -> Vec<String>) -> Groups {
    let mut groups = Groups::new();
    for (&c, properties) in unihan {
        for reading in readings(properties) {
            groups.entry(reading).or_default().insert(forms.of(c));
        }
    }
    groups
}

/// Syllables without tones; `ü` is `v`, as it is typed.
fn pinyin(properties: &HashMap<String, String>) -> Vec<String> {
    let value = |property: &str| properties.get(property).map(String::as_str).unwrap_or_default();
    let usual = value("kMandarin").split(' ');
    let frequent = value("kHanyuPinlu").split([' ', '(', ')']);
    // "482.140:xíng 187.090:háng"
    let standard = value("kTGHZ2013").split([' ', ':', ',']);
    let syllables = usual.chain(frequent).chain(standard).map(|syllable| syllable.chars().map(toneless).collect());
    syllables.filter(|syllable: &String| is_reading(syllable)).collect()
}

fn toneless(c: char) -> char {
    const TONES: [(&str, char); 6] =
        [("āáǎà", 'a'), ("ēéěè", 'e'), ("īíǐì", 'i'), ("ōóǒò", 'o'), ("ūúǔù", 'u'), ("üǖǘǚǜ", 'v')];
    TONES.iter().find(|(toned, _)| toned.contains(c)).map_or(c, |(_, plain)| *plain)
}

/// Japanese readings in Latin letters, of characters that Japanese standards have. Verbs
/// and adjectives are there with their stems, as names have them: `nagai` as `naga` too.
fn romaji(properties: &HashMap<String, String>) -> Vec<String> {
    if !["kJis0", "kJoyoKanji", "kJinmeiyoKanji"].iter().any(|standard| properties.contains_key(*standard)) {
        return Vec::new();
    }
    let value = |property: &str| properties.get(property).map_or_else(String::new, |value| value.to_lowercase());
    let (on, kun) = (value("kJapaneseOn"), value("kJapaneseKun"));
    let stems = kun.split(' ').filter(|word| word.len() >= 4);
    let stems = stems.filter_map(|word| word.strip_suffix("ru").or_else(|| word.strip_suffix('i')));
    let whole = kun.split(' ').filter(|word| word.len() <= 5 || (word.len() <= 8 && !word.ends_with('u')));
    let all = on.split(' ').chain(whole).chain(stems.filter(|stem| stem.len() <= 6));
    all.filter(|reading| is_reading(reading)).map(str::to_owned).collect()
}

fn is_reading(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// One group a line: `bin 傧宾彬...`; a character that stands for others: `滨 浜濱`.
fn lines(groups: &Groups) -> String {
    groups.iter().map(|(key, all)| format!("{key} {}\n", all.iter().collect::<String>())).collect()
}
