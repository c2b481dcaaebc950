//! The command line behind `ferropy board`.

use super::failure::{Done, Failure};

/// What was given.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    pub(super) port: Option<String>,
    pub(super) command: Option<String>,
    /// What stands behind the command.
    pub(super) words: Vec<String>,
    /// The options, by their long names.
    pub(super) given: Vec<&'static str>,
    pub(super) index: Option<String>,
    pub(super) target: Option<String>,
    pub(super) drive: Option<String>,
    pub(super) wants_help: bool,
}

/// Options without a value: their names.
const FLAGS: [(&str, &str); 9] = [
    ("-r", "--recursive"),
    ("-f", "--force"),
    ("-q", "--quiet"),
    ("", "--resume"),
    ("", "--no-follow"),
    ("", "--parents"),
    ("", "--links"),
    ("", "--soft"),
    ("", "--leave-files"),
];

impl Options {
    pub(super) fn parse(words: &[String]) -> Done<Options> {
        let mut options = Options::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let (name, glued) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_string())),
                _ => (word.as_str(), None),
            };
            let mut value = || {
                let value = glued.clone().or_else(|| words.next().cloned());
                value.ok_or_else(|| Failure::Usage(format!("{name} needs a value")))
            };
            match name {
                "--" => {
                    options.words.extend(words.cloned());
                    break;
                }
                "-h" | "--help" => options.wants_help = true,
                "-p" | "--port" => options.port = Some(value()?),
                "--index" => {
                    options.given.push("--index");
                    options.index = Some(value()?);
                }
                "--target" => {
                    options.given.push("--target");
                    options.target = Some(value()?);
                }
                "--drive" => {
                    options.given.push("--drive");
                    options.drive = Some(value()?);
                }
                _ => options.word(word)?,
            }
        }
        if options.command.as_deref() == Some("help") {
            options.command = options.words.first().cloned();
            options.wants_help = true;
        }
        Ok(options)
    }

    fn word(&mut self, word: &str) -> Done {
        let letters = word.strip_prefix('-').filter(|rest| !rest.is_empty());
        match letters {
            Some(letters) if word.starts_with("--") => match FLAGS.iter().find(|flag| flag.1 == word) {
                Some(flag) => self.given.push(flag.1),
                None => {
                    return Err(Failure::Usage(format!("there is no option --{}", letters.trim_start_matches('-'))));
                }
            },
            Some(letters) => {
                for letter in letters.chars() {
                    match FLAGS.iter().find(|flag| flag.0.chars().nth(1) == Some(letter)) {
                        Some(flag) => self.given.push(flag.1),
                        None => return Err(Failure::Usage(format!("there is no option -{letter}"))),
                    }
                }
            }
            None if self.command.is_none() => self.command = Some(word.to_string()),
            None => self.words.push(word.to_string()),
        }
        Ok(())
    }

    /// Whether an option was given.
    pub(super) fn has(&self, option: &str) -> bool {
        self.given.contains(&option)
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parse(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split(' ').map(str::to_string).collect();
        Options::parse(&words).map_err(|failure| failure.message())
    }

    #[test]
    fn options_may_stand_anywhere() {
        let options = parse("-p /dev/x cp -rf a --port=y b --quiet :").expect("right");
        assert_eq!((options.command.as_deref(), options.port.as_deref()), (Some("cp"), Some("y")));
        assert_eq!(options.words, ["a", "b", ":"]);
        assert!(options.has("--recursive") && options.has("--force") && options.has("--quiet"));
        assert_eq!(parse("exec -- -1").expect("right").words, ["-1"]);
    }

    #[test]
    fn mistakes_are_named() {
        assert!(parse("cp -x").expect_err("wrong").contains("there is no option -x"));
        assert!(parse("cp --wrong").expect_err("wrong").contains("there is no option --wrong"));
        assert!(parse("cp -p").expect_err("wrong").contains("-p needs a value"));
    }
}
