//! Content lines of a calendar: unfolded, taken apart, unescaped.

/// One component and its own properties.
#[derive(Debug, Default)]
pub struct Component {
    /// `VEVENT`
    pub kind: String,
    /// The kinds of the components within it.
    pub inner: Vec<String>,
    properties: Vec<Property>,
}

#[derive(Debug)]
struct Property {
    name: String,
    parameters: String,
    value: String,
}

/// All components, in the order in which they begin.
///
/// # Errors
///
/// That there is no calendar in the text.
pub fn components(text: &str) -> Result<Vec<Component>, String> {
    let mut components: Vec<Component> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in unfolded(text) {
        let Some(property) = property(&line) else { continue };
        match property.name.as_str() {
            "BEGIN" => {
                let kind = property.value.trim().to_uppercase();
                if let Some(outer) = open.last().and_then(|&at| components.get_mut(at)) {
                    outer.inner.push(kind.clone());
                }
                open.push(components.len());
                components.push(Component { kind, ..Component::default() });
            }
            "END" => drop(open.pop()),
            _ => {
                if let Some(component) = open.last().and_then(|&at| components.get_mut(at)) {
                    component.properties.push(property);
                }
            }
        }
    }
    // Some programs hand over an event without the calendar around it.
    let is_calendar = components.iter().any(|component| ["VCALENDAR", "VEVENT"].contains(&component.kind.as_str()));
    if is_calendar { Ok(components) } else { Err("found no BEGIN:VCALENDAR, with which a calendar begins".to_owned()) }
}

/// The lines, with those that go on from the one before joined to it.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAMETER="a:b":value`
fn property(line: &str) -> Option<Property> {
    let mut quoted = false;
    let colon = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let (name, parameters) = line[..colon].split_once(';').unwrap_or((&line[..colon], ""));
    Some(Property {
        name: name.trim().to_uppercase(),
        parameters: parameters.to_owned(),
        value: line[colon + 1..].to_owned(),
    })
}

impl Property {
    /// The parameter of this name, without quotes; between them a `;` is a letter.
    fn parameter(&self, name: &str) -> Option<&str> {
        let mut quoted = false;
        let parameters = self.parameters.split(|c| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
        let value = pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?.1;
        Some(value.trim().trim_matches('"'))
    }
}

impl Component {
    fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The names of its properties, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = || self.properties.iter().map(|property| property.name.as_str());
        names()
            .enumerate()
            .filter(move |(at, name)| names().take(*at).all(|other| other != *name))
            .map(|(_, name)| name)
    }

    /// How many properties of this name there are.
    pub fn count(&self, name: &str) -> usize {
        self.properties.iter().filter(|property| property.name == name).count()
    }

    /// A parameter of a property.
    pub fn parameter(&self, name: &str, parameter: &str) -> Option<&str> {
        self.property(name)?.parameter(parameter)
    }

    /// The value of a property as it stands there; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.property(name).map_or("", |property| property.value.trim())
    }

    /// The text of a property.
    pub fn text(&self, name: &str) -> String {
        unescaped(self.value(name))
    }

    /// The texts of all lists of this name.
    pub fn list(&self, name: &str) -> Vec<String> {
        let lists = self.properties.iter().filter(|property| property.name == name);
        lists.flat_map(|property| split(&property.value)).filter(|text| !text.is_empty()).collect()
    }

    /// The names of those who organise and attend.
    pub fn people(&self) -> Vec<String> {
        let people =
            self.properties.iter().filter(|property| matches!(property.name.as_str(), "ORGANIZER" | "ATTENDEE"));
        let names = people.map(|property| {
            let address = property.value.split_once(':').map_or(property.value.as_str(), |(_, address)| address);
            property.parameter("CN").unwrap_or(address).to_owned()
        });
        names.filter(|name| !name.is_empty()).collect()
    }
}

/// The texts between commas that are not escaped.
fn split(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        match (c, parts.last_mut()) {
            (',', _) if !escaped => parts.push(String::new()),
            (c, Some(part)) => part.push(c),
            (_, None) => {}
        }
        escaped = c == '\\' && !escaped;
    }
    parts.iter().map(|part| unescaped(part.trim())).collect()
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c) => text.push(c),
                None => text.push('\\'),
            },
            (c, false) => text.push(c),
        }
    }
    text
}
