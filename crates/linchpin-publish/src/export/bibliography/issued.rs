//! A date of issue as year, month and day, as far as it is known.

use linchpin_model::edtf::Edtf;

/// When something was issued.
#[derive(Debug, PartialEq, Eq)]
pub struct Issued {
    /// one date, or the first and last that it may be: year, then month, then day as far as known
    pub dates: Vec<Vec<i16>>,
    /// 1 spring to 4 winter, where the date is a season
    pub season: Option<i16>,
    /// whether it is not certain
    pub circa: bool,
}

impl Issued {
    /// The parts of a date.
    pub fn of(date: &Edtf) -> Issued {
        let circa = date.is_approximate() || date.is_uncertain();
        match date.as_str().split_once('/') {
            Some((first, last)) => {
                let ends = [(first, '0'), (last, '9')].map(|(end, digit)| fields(end, digit));
                let dates = ends.into_iter().map(without_season).filter(|end| !end.is_empty()).collect();
                Issued { dates, season: None, circa }
            }
            None if date.first_day().year() < date.last_day().year() && date.as_str().contains('X') => {
                let years = [date.first_day(), date.last_day()];
                Issued { dates: years.map(|day| vec![day.year()]).to_vec(), season: None, circa }
            }
            None => {
                let fields = fields(date.as_str(), '0');
                let season = fields.get(1).filter(|month| **month > 12).map(|season| season - 20);
                Issued { dates: vec![without_season(fields)], season, circa }
            }
        }
    }
}

/// Year, month (or season, from 21) and day of one date, up to the first that is unspecified.
fn fields(date: &str, unspecified: char) -> Vec<i16> {
    let bare = date.trim_end_matches(['~', '?', '%']);
    let (year, rest) = bare.split_at(bare.len().min(4));
    let year = year.replace('X', &unspecified.to_string());
    let all = std::iter::once(year.as_str()).chain(rest.split('-').skip(1));
    all.map_while(|field| field.parse().ok()).collect()
}

fn without_season(fields: Vec<i16>) -> Vec<i16> {
    if fields.get(1).is_some_and(|month| *month > 12) { fields[..1].to_vec() } else { fields }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, its dates, season and whether it is not certain.
    type Case = (&'static str, &'static [&'static [i16]], Option<i16>, bool);

    #[test]
    fn parts_as_far_as_they_are_known() {
        let cases: [Case; 11] = [
            ("2021-05-10", &[&[2021, 5, 10]], None, false),
            ("2021-05", &[&[2021, 5]], None, false),
            ("2021~", &[&[2021]], None, true),
            ("2021-05-10?", &[&[2021, 5, 10]], None, true),
            ("2021-XX", &[&[2021]], None, false),
            ("2021-05-XX", &[&[2021, 5]], None, false),
            ("202X", &[&[2020], &[2029]], None, false),
            ("2021-24", &[&[2021]], Some(4), false),
            ("2025-11-25/2025-12-31", &[&[2025, 11, 25], &[2025, 12, 31]], None, false),
            ("201X/202X~", &[&[2010], &[2029]], None, true),
            ("../1991", &[&[1991]], None, false),
        ];
        for (text, dates, season, circa) in cases {
            let dates = dates.iter().map(|date| date.to_vec()).collect();
            let found = Issued::of(&text.parse().unwrap());
            assert_eq!(found, Issued { dates, season, circa }, "{text}");
        }
    }
}
