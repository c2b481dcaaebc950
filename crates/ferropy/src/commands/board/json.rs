//! The part of JSON that descriptions of packages need: objects, arrays and strings. Other values are passed over.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// A number, `true`, `false` or `null`.
    Other,
}

/// How deep values may lie in each other.
const DEPTH: usize = 16;

impl Json {
    /// Parses a text; nothing if it is not JSON.
    pub(super) fn parse(text: &str) -> Option<Json> {
        let mut parser = Parser { rest: text };
        let value = parser.value(DEPTH)?;
        parser.skip_space();
        parser.rest.is_empty().then_some(value)
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(members) = self else { return None };
        members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Pairs of texts, as in `[["a", "b"], …]`; a single text has an empty second one.
    pub(super) fn pairs(&self) -> Option<Vec<(String, String)>> {
        let Json::Array(items) = self else { return None };
        let pair = |item: &Json| match item {
            Json::Text(first) => Some((first.clone(), String::new())),
            Json::Array(pair) => match pair.as_slice() {
                [Json::Text(first)] => Some((first.clone(), String::new())),
                [Json::Text(first), Json::Text(second), ..] => Some((first.clone(), second.clone())),
                _ => None,
            },
            _ => None,
        };
        items.iter().map(pair).collect()
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn take(&mut self, letter: char) -> Option<()> {
        self.skip_space();
        self.rest = self.rest.strip_prefix(letter)?;
        Some(())
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        self.skip_space();
        match self.rest.chars().next()? {
            '"' => self.text().map(Json::Text),
            '[' => {
                let mut items = Vec::new();
                self.items('[', ']', |parser| {
                    items.push(parser.value(depth)?);
                    Some(())
                })?;
                Some(Json::Array(items))
            }
            '{' => {
                let mut members = Vec::new();
                self.items('{', '}', |parser| {
                    parser.skip_space();
                    let name = parser.text()?;
                    parser.take(':')?;
                    members.push((name, parser.value(depth)?));
                    Some(())
                })?;
                Some(Json::Object(members))
            }
            _ => {
                let end = self.rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "+-.".contains(letter)));
                let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
                self.rest = rest;
                (matches!(word, "true" | "false" | "null") || word.parse::<f64>().is_ok()).then_some(Json::Other)
            }
        }
    }

    fn items(&mut self, open: char, close: char, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(',')?;
        }
    }

    fn text(&mut self) -> Option<String> {
        self.take('"')?;
        let mut text = String::new();
        let mut letters = self.rest.chars();
        loop {
            match letters.next()? {
                '"' => break,
                '\\' => text.push(match letters.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\x08',
                    'f' => '\x0c',
                    'u' => {
                        let digits = letters.as_str().get(..4)?;
                        letters = letters.as_str().get(4..)?.chars();
                        char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
                    }
                    letter @ ('"' | '\\' | '/') => letter,
                    _ => return None,
                }),
                letter if u32::from(letter) < 32 => return None,
                letter => text.push(letter),
            }
        }
        self.rest = letters.as_str();
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn descriptions_are_read() {
        let text =
            r#" {"v": 1, "urls": [["a/b.py", "./x\u00e9.py"], ["c"]], "deps": [], "version": "0.1", "n": null} "#;
        let json = Json::parse(text).expect("it is JSON");
        let pairs = json.get("urls").and_then(Json::pairs).expect("they are pairs");
        assert_eq!(pairs, [("a/b.py".into(), "./xé.py".into()), ("c".into(), String::new())]);
        assert_eq!(json.get("version"), Some(&Json::Text("0.1".into())));
        assert_eq!(json.get("missing"), None);
    }

    #[test]
    fn other_texts_are_refused() {
        for wrong in ["", "{", "[1,]", "{\"a\"}", "\"a", "\"\\x\"", "[1] 2", "nul", "\"\\u12\"", "\"\n\""] {
            assert_eq!(Json::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Json::parse(&"[".repeat(100_000)), None);
    }
}
