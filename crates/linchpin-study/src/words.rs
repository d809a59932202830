//! Words as they are looked for: as a part of a word, or in another form of it (Snowball stems of German and English).

use linchpin_model::text::{Lang, Text};
use rust_stemmers::{Algorithm, Stemmer};

/// Words that must all stand in a text.
pub(crate) struct Words {
    /// each word in small letters, with its stem in either language
    wanted: Vec<(String, [String; 2])>,
    stemmers: [Stemmer; 2],
}

/// The first letter of a word or stem; stems have no umlauts.
fn first(word: &str) -> Option<char> {
    word.chars().next().map(|letter| match letter {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        other => other,
    })
}

impl Words {
    /// The words that are wanted.
    pub fn of(words: &[String]) -> Words {
        let stemmers = [Algorithm::German, Algorithm::English].map(Stemmer::create);
        let wanted = words.iter().map(|word| word.to_lowercase()).map(|word| {
            let stems = [0, 1].map(|lang: usize| stemmers[lang].stem(&word).into_owned());
            (word, stems)
        });
        Words { wanted: wanted.collect(), stemmers }
    }

    /// Whether all words stand in a text in either of its languages, or in what goes with it.
    pub fn stand_in(&self, text: &Text, beside: &str) -> bool {
        self.wanted.is_empty()
            || [Lang::De, Lang::En].into_iter().any(|lang| {
                let text = format!("{} {beside}", text.get(lang)).to_lowercase();
                self.wanted.iter().all(|wanted| self.stands_in(&text, wanted, lang))
            })
    }

    fn stands_in(&self, text: &str, (word, stems): &(String, [String; 2]), lang: Lang) -> bool {
        let at = usize::from(lang == Lang::En);
        text.contains(word.as_str())
            || text.split(|c: char| !c.is_alphanumeric()).any(|other| {
                first(other) == first(&stems[at]) && self.stemmers[at].stem(other) == stems[at].as_str()
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, word: &str, lang: Lang) -> bool {
        let words = Words::of(&[word.to_string()]);
        words.stands_in(&text.to_lowercase(), &words.wanted[0], lang)
    }

    #[test]
    fn other_forms_of_a_word_are_found() {
        assert!(found("Die USA ziehen Soldaten ab.", "Soldat", Lang::De));
        assert!(found("Das Bündnis mit den Verbündeten", "Bündnisse", Lang::De));
        assert!(found("Eine gemeinsame Übung", "Übungen", Lang::De));
        assert!(found("Tokyo is negotiating", "negotiates", Lang::En));
        assert!(found("Truppenstärke in Japan", "stärke", Lang::De), "a part of a compound");
        assert!(!found("Tokyo is silent", "negotiates", Lang::En));
    }
}
