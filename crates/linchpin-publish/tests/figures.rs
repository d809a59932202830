//! Every figure, of every dossier, in both languages and widths.

mod dossiers;

use linchpin_dossier::Snapshot;
use linchpin_model::text::Lang;
use linchpin_publish::figure::{Figure, Look};
use linchpin_publish::figures::{About, Asked, Kind, ask, if_any, subjects};
use linchpin_publish::names::Names;
use linchpin_publish::scene::Width;
use linchpin_publish::scene::skin::{Skin, Theme};
use linchpin_publish::voice::Voice;
use linchpin_study::Setting;

/// Calls a function with every figure of a dossier as of a date, in a language.
fn each(snapshot: &Snapshot, as_of: Option<&str>, lang: Lang, mut look_at: impl FnMut(&Figure, &Names<'_>)) {
    let setting =
        Setting { as_of: as_of.map(|day| day.parse().expect("a day")), draws: 200, ..Setting::default() };
    let framework = setting.framework(snapshot).expect("a framework");
    let basis = setting.basis(&setting.view(snapshot)).expect("statements");
    let voice = Voice::new(lang);
    let names = Names::new(&voice, snapshot, framework, basis.as_of);
    for kind in Kind::ALL {
        let about = match kind.is_about() {
            About::Everything => vec![None],
            _ => subjects(kind, snapshot).into_iter().take(3).map(Some).collect(),
        };
        for about in about {
            let asked = Asked { about, setting: setting.clone(), ..Asked::default() };
            let found = if_any(ask(kind, &asked, snapshot)).expect("an answer");
            if let Some(found) = found {
                look_at(&found.figure(&names), &names);
            }
        }
    }
}

/// Calls a function with every figure of every dossier in both languages.
fn everywhere(mut look_at: impl FnMut(&str, &Figure, &Names<'_>)) {
    for (name, snapshot) in dossiers::all() {
        for lang in [Lang::De, Lang::En] {
            let dates: &[Option<&str>] =
                if name == "built in" { &[None, Some("2021-05-10")] } else { &[None] };
            for as_of in dates {
                let place = |figure: &Figure| format!("{name}, {lang:?}, {as_of:?}, {}", figure.slug());
                each(&snapshot, *as_of, lang, |figure, names| look_at(&place(figure), figure, names));
            }
        }
    }
}

#[test]
fn no_label_covers_another_or_sticks_out() {
    let mut faults = vec![];
    everywhere(|place, figure, names| {
        for width in [Width::Page, Width::Phone] {
            let found = figure.drawing(width, names).faults();
            faults.extend(found.into_iter().map(|fault| format!("{place}, {width:?}: {fault}")));
            let sheet = figure.sheet(width, names).expect("it can be said").faults();
            faults.extend(sheet.into_iter().map(|fault| format!("{place}, {width:?}, as a file: {fault}")));
        }
    });
    let shown: Vec<&String> = faults.iter().take(40).collect();
    assert!(faults.is_empty(), "{} faults: {shown:#?}", faults.len());
}

#[test]
fn letters_are_large_enough_to_be_read() {
    use linchpin_publish::scene::Mark;
    fn least(marks: &[Mark]) -> f64 {
        let size = |mark: &Mark| match mark {
            Mark::Group { marks, .. } => least(marks),
            Mark::Text { size, .. } => *size,
            _ => f64::INFINITY,
        };
        marks.iter().map(size).fold(f64::INFINITY, f64::min)
    }
    everywhere(|place, figure, names| {
        for width in [Width::Page, Width::Phone] {
            assert!(least(&figure.drawing(width, names).marks) >= 11.0, "{place}, {width:?}");
        }
    });
}

#[test]
fn every_figure_says_what_it_shows_and_has_its_table() {
    everywhere(|place, figure, names| {
        for sentence in [&figure.title, &figure.finding, &figure.reading] {
            let said = sentence.speak(names).unwrap_or_else(|error| panic!("{place}: {error}")).plain();
            assert!(said.ends_with('.') && said.len() > 10, "{place}: “{said}” is no sentence");
            assert!(!said.contains("..") && !said.contains("  "), "{place}: “{said}”");
        }
        let csv = figure.csv();
        assert_eq!(
            csv.lines().next().map(|head| head.split(',').count()),
            Some(figure.table.columns().len()),
            "{place}"
        );
        let columns = figure.table.columns();
        for column in columns {
            let is_plain = column.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            assert!(is_plain, "{place}: column “{column}” is not in snake_case");
        }
    });
}

#[test]
fn an_svg_is_sound_xml_without_style_or_script_where_it_stands_in_a_page() {
    everywhere(|place, figure, names| {
        for width in [Width::Page, Width::Phone] {
            for skin in
                [Skin::Inline, Skin::File(Theme::Light), Skin::File(Theme::Dark), Skin::File(Theme::Print)]
            {
                let svg = figure.svg(Look { width, skin }, names).expect("it can be said");
                let mut reader = quick_xml::Reader::from_str(&svg);
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => break,
                        Ok(_) => {}
                        Err(error) => panic!("{place}: {error}"),
                    }
                }
                let styled = svg.contains("<style") || svg.contains(" style=");
                assert_eq!(styled, skin != Skin::Inline, "{place}");
                assert!(
                    !svg.contains("<script") && !svg.contains("NaN") && !svg.contains("\"inf"),
                    "{place}"
                );
            }
        }
    });
}

#[test]
fn a_figure_becomes_pixels() {
    let snapshot = dossiers::northland();
    each(&snapshot, None, Lang::De, |figure, names| {
        let file = figure
            .png(Width::Phone, Theme::Dark, 1.0, names)
            .expect("it can be said")
            .expect("it has an area");
        assert!(file.starts_with(b"\x89PNG") && file.len() > 1_000, "{}", figure.slug());
    });
}

#[test]
fn series_and_scopes_are_called_by_their_names() {
    let snapshot = dossiers::built_in();
    for lang in [Lang::De, Lang::En] {
        each(&snapshot, None, lang, |figure, names| {
            if !["burden", "exposure"].contains(&figure.id) {
                return;
            }
            let shown: Vec<String> = figure.table.words("detail").into_iter().map(String::from).collect();
            let measures = || names.snapshot.vocabulary().measures.values();
            let named = measures().flat_map(|m| m.series.iter().chain(&m.scope));
            let (mut by_name, mut by_id) = (0, vec![]);
            for (id, name) in named {
                let name = names.text(name);
                by_name += usize::from(shown.iter().any(|detail| detail.split("; ").any(|it| it == name)));
                by_id.extend(shown.iter().filter(|d| id != name && d.split("; ").any(|it| it == id)));
            }
            assert_eq!(by_id, Vec::<&String>::new(), "{lang:?}: {}", figure.id);
            assert!(by_name > 0, "{lang:?}: {}", figure.id);
        });
    }
}
