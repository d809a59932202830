//! Units of quantities. Values stand in base units (dollars, not billions of dollars; percent, not shares).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a unit measures; two values compare only within one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// people
    Person,
    /// parts of a hundred
    Percent,
    /// money, in a currency and the prices of a year
    Money,
    /// countable things
    Item,
    /// a multiple of something
    Multiple,
    /// length in kilometres
    Km,
    /// votes cast
    Vote,
    /// time in years
    Year,
}

/// A unit; money is written as the ISO 4217 code of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Unit {
    /// people
    Person,
    /// percent
    Percent,
    /// an amount of money
    Currency(Currency),
    /// things
    Item,
    /// times
    Multiple,
    /// kilometres
    Km,
    /// votes
    Vote,
    /// years
    Year,
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The currencies of the states and organisations that studies of alliances deal with.
const CURRENCIES: [&str; 24] = [
    "USD", "JPY", "KRW", "EUR", "GBP", "AUD", "CAD", "CNY", "TWD", "PHP", "THB", "SGD", "INR", "IDR", "NZD",
    "RUB", "UAH", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "TRY",
];

impl Currency {
    /// The ISO 4217 code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Unit {
    /// The unit of a dimension; `None` for money, which has many.
    pub fn of(dimension: Dimension) -> Option<Unit> {
        let units =
            [Unit::Person, Unit::Percent, Unit::Item, Unit::Multiple, Unit::Km, Unit::Vote, Unit::Year];
        units.into_iter().find(|unit| unit.dimension() == dimension)
    }

    /// The unit's dimension.
    pub fn dimension(self) -> Dimension {
        match self {
            Unit::Person => Dimension::Person,
            Unit::Percent => Dimension::Percent,
            Unit::Currency(_) => Dimension::Money,
            Unit::Item => Dimension::Item,
            Unit::Multiple => Dimension::Multiple,
            Unit::Km => Dimension::Km,
            Unit::Vote => Dimension::Vote,
            Unit::Year => Dimension::Year,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Person => "person",
            Unit::Percent => "percent",
            Unit::Currency(currency) => currency.code(),
            Unit::Item => "item",
            Unit::Multiple => "multiple",
            Unit::Km => "km",
            Unit::Vote => "vote",
            Unit::Year => "year",
        })
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> String {
        unit.to_string()
    }
}

impl TryFrom<String> for Unit {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for Unit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text {
            "person" => Unit::Person,
            "percent" => Unit::Percent,
            "item" => Unit::Item,
            "multiple" => Unit::Multiple,
            "km" => Unit::Km,
            "vote" => Unit::Vote,
            "year" => Unit::Year,
            _ => match (CURRENCIES.contains(&text), <[u8; 3]>::try_from(text.as_bytes())) {
                (true, Ok(code)) => Unit::Currency(Currency(code)),
                _ => {
                    return Err(format!(
                        "“{text}” is no unit; write person, percent, item, multiple, km, vote, year or the ISO 4217 code of a \
                         currency such as USD, JPY, KRW or EUR, with the value in base units"
                    ));
                }
            },
        })
    }
}
