//! The words of a piece of HTML or Markdown, without its tags.

/// The text of some HTML: paragraphs and items of lists on lines of their own.
pub fn words(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    // Behind the last `>` there is no tag; to look for one at every `<` would take long.
    let last = html.rfind('>').map_or(0, |last| html.len() - last);
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let tag = &rest[at..];
        let is_tag = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let Some(end) = Some(tag).filter(|tag| is_tag && tag.len() >= last && last > 0).and_then(|tag| tag.find('>'))
        else {
            words.push('<');
            rest = &tag[1..];
            continue;
        };
        if breaks(&tag[1..end]) && !words.is_empty() {
            words.push('\n');
        }
        rest = &tag[end + 1..];
    }
    words.push_str(rest);
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    entities(&lines.collect::<Vec<_>>().join("\n"))
}

/// Whether a tag begins or ends a line.
fn breaks(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let blocks = ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr"];
    blocks.iter().any(|block| name.eq_ignore_ascii_case(block))
}

/// The characters that entities stand for; those of no common name stay as they are.
fn entities(text: &str) -> String {
    const NAMED: &[(&str, &str)] = &[
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", " "),
        ("ndash", "–"),
        ("mdash", "—"),
    ];
    let mut parts = text.split('&');
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once(';').and_then(|(name, rest)| {
            let known = NAMED.iter().find(|(other, _)| *other == name).map(|(_, text)| (*text).to_owned());
            Some((known.or_else(|| character(name))?, rest))
        });
        match named {
            Some((text, rest)) => words += &(text + rest),
            None => words += &format!("&{part}"),
        }
    }
    words
}

/// `#39`, `#x27`
fn character(name: &str) -> Option<String> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).map(String::from)
}

/// The addresses that a piece of HTML links to, each with its words.
pub fn links(html: &str) -> Vec<(String, String)> {
    let mut links = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let tag = &rest[at..];
        let Some((opening, after)) = tag.split_once('>') else { break };
        let (inner, after) = after.split_once("</a>").unwrap_or((after, ""));
        let address = ["\"", "'"].iter().find_map(|quote| {
            let (_, value) = opening.split_once(&format!("href={quote}"))?;
            value.split_once(quote).map(|(address, _)| entities(address))
        });
        links.extend(address.map(|address| (address, words(inner))));
        rest = after;
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words() {
        let check = |html: &str, expected: &str| assert_eq!(words(html), expected, "{html}");
        check("<p>One &amp; two</p><ul><li>a</li><li>b</li></ul>", "One & two\na\nb");
        check("1 < 2 and <b>3 &lt; 4</b>", "1 < 2 and 3 < 4");
        check("a<br>b &unknown; &#39;", "a\nb &unknown; '");
        check("<", "<");
        check("<p unclosed", "<p unclosed");
        let linked = links("see <a class=x href=\"https://a.example/?b&amp;c\">the <i>page</i></a>");
        assert_eq!(linked, [("https://a.example/?b&c".to_owned(), "the page".to_owned())]);
    }
}
