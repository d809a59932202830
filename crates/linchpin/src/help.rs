//! The texts of `--help`, completions and manual pages.
//!
//! The tree of commands says what there is; what it means stands in the language files under ids made from the tree:
//! `cmd-assess-about`, `cmd-assess-examples`, `cmd-assess-arg-since`, `arg-as-of` for an option that all commands
//! share, `value-date` for the name of a value.

use crate::i18n::Voice;
use anstyle::{AnsiColor, Style};
use clap::builder::{StyledStr, Styles};
use clap::{Arg, Command};

const HEADING: Style = AnsiColor::Green.on_default().bold();

/// The tree with its texts in a language.
pub fn in_language(root: Command, voice: &Voice) -> Command {
    let styles = Styles::styled()
        .header(HEADING)
        .usage(HEADING)
        .literal(Style::new().bold())
        .placeholder(Style::new());
    let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let mut root = describe(root.styles(styles).max_term_width(100), "", voice);
    for name in &names {
        root = root.mut_subcommand(name, |command| describe_all(command, "", voice));
    }
    // usage lines are made by clap, which knows the order of things, and only then put into the language
    let mut built = root.clone();
    built.build();
    for name in &names {
        if let Some(command) = built.find_subcommand_mut(name) {
            root = root.mut_subcommand(name, |unbuilt| with_usage(unbuilt, command, voice));
        }
    }
    root.override_usage(usage_line(&mut built, voice))
}

/// A command and those below it. `above` are the names that come before its own in ids, each with a hyphen.
fn describe_all(command: Command, above: &str, voice: &Voice) -> Command {
    let path = format!("{above}{}-", command.get_name());
    let below: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let described = describe(command, above, voice);
    below.iter().fold(described, |command, name| {
        command.mut_subcommand(name, |below| describe_all(below, &path, voice))
    })
}

/// A command and those below it with their usage lines.
fn with_usage(command: Command, built: &mut Command, voice: &Voice) -> Command {
    let below: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_string()).collect();
    let command = command.override_usage(usage_line(built, voice));
    below.iter().fold(command, |command, name| match built.find_subcommand_mut(name) {
        Some(built) => command.mut_subcommand(name, |below| with_usage(below, built, voice)),
        None => command,
    })
}

fn describe(command: Command, above: &str, voice: &Voice) -> Command {
    let name = format!("{above}{}", command.get_name());
    let usage = voice.say("help-usage");
    let template = format!(
        "{{about-with-newline}}\n{HEADING}{usage}{HEADING:#} {{usage}}\n\n{{all-args}}{{after-help}}\n"
    );
    command
        .about(voice.say(&format!("cmd-{name}-about")))
        .after_help(examples(&voice.say(&format!("cmd-{name}-examples")), voice))
        .help_template(template)
        .subcommand_help_heading(voice.say("help-commands"))
        .subcommand_value_name(voice.say("value-command"))
        .mut_args(|arg| describe_arg(arg, &name, voice))
}

fn usage_line(built: &mut Command, voice: &Voice) -> String {
    let line = built.render_usage().to_string();
    line.trim_start_matches("Usage:").trim().replace("[OPTIONS]", &voice.say("help-some-options"))
}

fn describe_arg(arg: Arg, command: &str, voice: &Voice) -> Arg {
    let id = message_id(&arg, command);
    let heading = if arg.is_positional() {
        "help-arguments"
    } else if arg.is_global_set() || arg.get_id() == "version" {
        "help-shared-options"
    } else {
        "help-options"
    };
    let values: Vec<String> = value_names(&arg).map(|name| voice.say(&value_id(name))).collect();
    let arg = arg.help(voice.say(&id)).help_heading(voice.say(heading));
    if values.is_empty() {
        return arg;
    }
    // clap would add defaults and possible values in English; the texts name them
    arg.value_names(values).hide_default_value(true).hide_possible_values(true)
}

fn message_id(arg: &Arg, command: &str) -> String {
    let id = arg.get_id().as_str().replace('_', "-");
    if arg.is_global_set() || id == "version" {
        format!("arg-{id}")
    } else {
        format!("cmd-{command}-arg-{id}")
    }
}

fn value_names(arg: &Arg) -> impl Iterator<Item = &str> {
    let takes_values = arg.get_action().takes_values();
    arg.get_value_names().into_iter().flatten().filter(move |_| takes_values).map(|name| name.as_str())
}

fn value_id(name: &str) -> String {
    format!("value-{}", name.to_lowercase())
}

/// Examples stand in the language files as lines of pairs: a command and, after ` # `, what it does.
fn examples(text: &str, voice: &Voice) -> StyledStr {
    let bold = Style::new().bold();
    let mut shown = format!("{HEADING}{}{HEADING:#}", voice.say("help-examples"));
    for line in text.lines() {
        match line.split_once(" # ") {
            Some((call, what)) => shown.push_str(&format!("\n  {what}\n    {bold}{call}{bold:#}")),
            None => shown.push_str(&format!("\n  {line}")),
        }
    }
    shown.into()
}

/// The ids of all messages that describe a tree.
#[cfg(test)]
pub fn message_ids(root: &Command) -> std::collections::BTreeSet<String> {
    let mut found = std::collections::BTreeSet::new();
    let mut open: Vec<(String, &Command)> = vec![(root.get_name().into(), root)];
    open.extend(root.get_subcommands().map(|command| (command.get_name().into(), command)));
    while let Some((name, command)) = open.pop() {
        found.extend([format!("cmd-{name}-about"), format!("cmd-{name}-examples")]);
        for arg in command.get_arguments() {
            found.insert(message_id(arg, &name));
            found.extend(value_names(arg).map(value_id));
        }
        if name != root.get_name() {
            let below = command.get_subcommands();
            open.extend(below.map(|below| (format!("{name}-{}", below.get_name()), below)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use linchpin_model::text::Lang;

    #[test]
    fn every_command_and_argument_is_described_in_both_languages() {
        for lang in [Lang::De, Lang::En] {
            let voice = crate::i18n::voice(lang);
            for id in message_ids(&crate::cli::command()) {
                assert!(voice.find(&id).is_some(), "no “{id}” in {lang:?}");
            }
            in_language(crate::cli::command(), &voice).debug_assert();
        }
    }

    fn accepts(call: &str) {
        let call = call.split(" | ").next().unwrap_or_default().split(" > ").next().unwrap_or_default();
        let read = crate::cli::command().try_get_matches_from(words(call));
        assert!(read.is_ok(), "“{call}”: {}", read.unwrap_err());
    }

    #[test]
    fn the_guide_calls_commands_with_options_that_exist() {
        let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/guide.md");
        let guide = std::fs::read_to_string(guide).unwrap();
        let calls: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
        assert!(calls.len() >= 10, "{calls:?}");
        calls.into_iter().filter(|call| call.starts_with("linchpin")).for_each(accepts);
    }

    #[test]
    fn every_example_calls_a_command_with_options_that_exist() {
        for lang in [Lang::De, Lang::En] {
            let voice = crate::i18n::voice(lang);
            let ids = message_ids(&crate::cli::command());
            let examples =
                ids.iter().filter(|id| id.ends_with("-examples") && *id != "cmd-linchpin-examples");
            for id in examples {
                let text = voice.say(id);
                for line in text.lines() {
                    let (call, _) =
                        line.split_once(" # ").unwrap_or_else(|| panic!("no comment in “{line}”"));
                    accepts(call);
                }
            }
        }
    }

    /// The words of a line of a shell, with quotation marks as its only subtlety.
    fn words(line: &str) -> Vec<String> {
        let mut found = vec![];
        for (at, part) in line.split('"').enumerate() {
            if at % 2 == 1 {
                found.push(part.into());
            } else {
                found.extend(part.split_whitespace().map(String::from));
            }
        }
        found
    }
}
