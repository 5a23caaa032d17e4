//! Makes `src/file/country/names.txt` from the Unicode CLDR.
//!
//! `cargo run --example make-countries -- FOLDER src/file/country/names.txt`, where FOLDER holds
//! `zh/territories.json` and `ja/territories.json`. `names.md` beside the table tells of its form.

use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The languages of the table, in the order of its columns.
const LANGUAGES: [&str; 2] = ["zh", "ja"];

/// Codes of two letters that are no countries of ISO 3166-1.
const OTHERS: [&str; 15] = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("expected a folder of CLDR and the file to write".into());
    };
    let [zh, ja] = LANGUAGES.map(|language| territories(Path::new(&from), language));
    let (zh, ja) = (zh?, ja?);
    let codes = zh.as_object().into_iter().flat_map(|territories| territories.keys());
    let mut lines: Vec<String> = codes
        .filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        .filter(|code| !OTHERS.contains(&code.as_str()))
        .map(|code| format!("{code}\t{}\t{}\n", name(&zh, code), name(&ja, code)))
        .collect();
    lines.sort_unstable();
    fs::write(to, lines.concat())?;
    Ok(())
}

fn territories(from: &Path, language: &str) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(from.join(language).join("territories.json"))?;
    let mut json: Value = serde_json::from_str(&text)?;
    Ok(json["main"][language]["localeDisplayNames"]["territories"].take())
}

/// The name of a territory: the short one where the usual one says how it is governed.
fn name(territories: &Value, code: &str) -> String {
    let short = ["HK", "MO", "PS"].contains(&code).then(|| &territories[format!("{code}-alt-short")]);
    short.unwrap_or(&territories[code]).as_str().unwrap_or_default().to_owned()
}
