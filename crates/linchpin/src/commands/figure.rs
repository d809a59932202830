//! `linchpin figure`: one figure of the study, or all of them.

mod gallery;

use crate::asked::{entity, entity_id};
use crate::cli::Format;
use crate::context::{Context, json};
use crate::error::Error;
use crate::names::{Names, node_path, study_error};
use crate::render::table::{Edge, Table};
use crate::render::{footnotes, width};
use crate::written::Written;
use clap::ValueEnum;
use linchpin_dossier::Snapshot;
use linchpin_model::id::EntityId;
use linchpin_publish::figure::{Figure, Look};
use linchpin_publish::figures::{About, Asked, Kind, ask, subjects};
use linchpin_publish::scene::Width;
use linchpin_publish::scene::skin::{Skin, Theme};
use linchpin_study::Setting;
use std::path::{Path, PathBuf};

/// Pixels to a unit of a drawing: sharp on fine screens and in print.
const PIXELS: f64 = 2.0;

/// The options of `figure`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "NAME")]
    name: Option<String>,
    #[arg(value_name = "ABOUT")]
    about: Option<String>,
    #[arg(long, value_name = "NODE")]
    node: Option<String>,
    #[arg(long, short = 'o', value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "WIDTH", value_enum, default_value = "page")]
    width: WidthName,
    #[arg(long, value_name = "THEME", value_enum, default_value = "light")]
    theme: ThemeName,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["name", "out", "width", "theme"])]
    gallery: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
}

/// `--width`.
#[derive(ValueEnum, Clone, Copy, Debug)]
enum WidthName {
    /// for a page or a screen
    Page,
    /// for a phone
    Phone,
}

/// `--theme`.
#[derive(ValueEnum, Clone, Copy, Debug)]
enum ThemeName {
    /// on white
    Light,
    /// on a dark screen
    Dark,
    /// black and white
    Print,
}

impl From<WidthName> for Width {
    fn from(name: WidthName) -> Width {
        match name {
            WidthName::Page => Width::Page,
            WidthName::Phone => Width::Phone,
        }
    }
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Theme {
        match name {
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
            ThemeName::Print => Theme::Print,
        }
    }
}

pub fn run(args: &Args, context: &Context<'_>) -> Result<(), Error> {
    let snapshot = context.snapshot()?;
    if let Some(dir) = &args.gallery {
        return gallery::write(dir, args.framework.clone(), &snapshot, context);
    }
    let Some(name) = &args.name else { return context.print(&list(&snapshot, context)) };
    let kind = kind(name, context)?;
    let setting = context.setting(args.framework.clone())?;
    let failed = |error| study_error(error, context.voice);
    let framework = setting.framework(&snapshot).map_err(failed)?;
    let basis = setting.basis(&setting.view(&snapshot)).map_err(failed)?;
    let names = Names::new(context.voice, &snapshot, framework, basis.as_of);
    let node = args.node.as_deref().map(|node| node_path(framework, node, context.voice)).transpose()?;
    let about = about(kind, args, &setting, &names, context)?;
    let asked = Asked { about, node, since: None, setting };
    let figure = ask(kind, &asked, &snapshot).map_err(failed)?.figure(&names);
    let form = form(args.out.as_deref(), context)?;
    let bytes = written(&figure, form, args, &names, context)?;
    match &args.out {
        Some(path) => Written::beside(path, &bytes, context.voice)?.put(true, context.voice),
        None => context.put(&bytes),
    }
}

/// The figure that is meant.
fn kind(name: &str, context: &Context<'_>) -> Result<Kind, Error> {
    let found = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| {
        let known = Kind::ALL.map(Kind::name).join(", ");
        let error = Error::usage(context.voice.fill("figure-unknown", &[("name", name.into())]));
        error.with(context.voice.fill("figure-unknown-remedy", &[("known", known.into())]))
    })
}

/// Whom the figure is about: as asked, else the first that there is.
fn about(
    kind: Kind,
    args: &Args,
    setting: &Setting,
    names: &Names<'_>,
    context: &Context<'_>,
) -> Result<Option<EntityId>, Error> {
    let all = subjects(kind, names.snapshot);
    match (&args.about, kind.is_about()) {
        (Some(about), About::Everything) => {
            let slots = [("name", kind.name().into()), ("about", about.as_str().into())];
            Err(Error::usage(context.voice.fill("figure-about-none", &slots)))
        }
        (None, _) => Ok(all.into_iter().next()),
        (Some(about), About::Tie) => {
            entity(
                &Some(about.clone()),
                &context.voice.say("value-about"),
                names.day,
                names.snapshot,
                context,
            )?;
            linchpin_study::tie_named(names.snapshot, about)
                .map(Some)
                .map_err(|e| study_error(e, context.voice))
        }
        (Some(about), About::Ally) => {
            let day = setting.as_of.unwrap_or(names.day);
            let place = context.voice.say("value-about");
            entity_id(about, &place, day, names.snapshot, context).map(Some)
        }
    }
}

/// In which form a figure is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Csv,
    Json,
}

/// The form that the ending of the file asks for; without a file that of `--format`, and SVG where none is asked for.
fn form(out: Option<&Path>, context: &Context<'_>) -> Result<Form, Error> {
    let Some(path) = out else {
        return Ok(match context.format() {
            Format::Text => Form::Svg,
            Format::Csv => Form::Csv,
            Format::Json => Form::Json,
        });
    };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "svg" => Ok(Form::Svg),
        "png" => Ok(Form::Png),
        "csv" => Ok(Form::Csv),
        "json" => Ok(Form::Json),
        _ => {
            let slots = [("file", path.display().to_string().into())];
            let error = Error::usage(context.voice.fill("figure-ending", &slots));
            Err(error.with(context.voice.say("figure-ending-remedy")))
        }
    }
}

fn written(
    figure: &Figure,
    form: Form,
    args: &Args,
    names: &Names<'_>,
    context: &Context<'_>,
) -> Result<Vec<u8>, Error> {
    let (width, theme) = (args.width.into(), args.theme.into());
    let unsaid = |error: linchpin_publish::sentence::Error| Error::input(error.to_string());
    match form {
        Form::Svg => {
            let look = Look { width, skin: Skin::File(theme) };
            Ok(figure.svg(look, names).map_err(unsaid)?.into_bytes())
        }
        Form::Png => {
            let file = figure.png(width, theme, PIXELS, names).map_err(unsaid)?;
            file.ok_or_else(|| Error::input(context.voice.say("figure-too-large")))
        }
        Form::Csv => Ok(figure.csv().into_bytes()),
        Form::Json => Ok(json(&figure.data(names).map_err(unsaid)?).into_bytes()),
    }
}

/// The figures there are, and whom they can be about.
fn list(snapshot: &Snapshot, context: &Context<'_>) -> String {
    let voice = context.voice;
    let mut table = Table::new([
        (voice.say("figure-column-name"), Edge::Left),
        (voice.say("figure-column-shows"), Edge::Wrapped),
        (voice.say("figure-column-about"), Edge::Wrapped),
    ]);
    for kind in Kind::ALL {
        let about: Vec<String> = subjects(kind, snapshot).iter().map(EntityId::to_string).collect();
        table.row([kind.name().to_string(), voice.say(kind.shows()), about.join(", ")]);
    }
    format!("{}\n{}", table.set(width(), ""), footnotes(&[voice.say("figure-list-note")]))
}
