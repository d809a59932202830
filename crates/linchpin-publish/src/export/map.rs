//! The alliance system as GeoJSON (RFC 7946): members as points, ties between two of them as lines.

use crate::table::{Row, Table};
use serde_json::{Map, Value, json};

/// The features of the table of a map, such as that of [`crate::figures::map`].
pub fn features(table: &Table) -> String {
    let features: Vec<Value> = table.rows().map(|row| feature(&row)).collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    let text =
        serde_json::to_string_pretty(&collection).unwrap_or_else(|e| panic!("a map became no JSON: {e}"));
    format!("{text}\n")
}

fn feature(row: &Row<'_>) -> Value {
    let point = |longitude: &str, latitude: &str| Some([row.number(longitude)?, row.number(latitude)?]);
    let (from, to) = (point("from_longitude", "from_latitude"), point("to_longitude", "to_latitude"));
    let geometry = match (from, to) {
        (Some(from), Some(to)) => line(from, to),
        (Some(at), None) => json!({ "type": "Point", "coordinates": at }),
        _ => Value::Null,
    };
    let mut properties = Map::new();
    for name in ["row", "name", "kind", "role", "level", "amount"] {
        if !row.word(name).is_empty() {
            properties.insert(name.into(), row.word(name).into());
        }
    }
    if let Some(value) = row.number("value") {
        properties.insert("value".into(), value.into());
    }
    properties.insert("assessed".into(), row.is("assessed").into());
    json!({ "type": "Feature", "id": row.word("id"), "geometry": geometry, "properties": properties })
}

/// A line, cut at the antimeridian where the shorter way crosses it (RFC 7946, 3.1.9).
fn line(from: [f64; 2], to: [f64; 2]) -> Value {
    let turn = to[0] - from[0];
    if turn.abs() <= 180.0 {
        return json!({ "type": "LineString", "coordinates": [from, to] });
    }
    let side = if from[0] > 0.0 { 180.0 } else { -180.0 };
    let beyond = to[0] + 2.0 * side;
    let share = (side - from[0]) / (beyond - from[0]);
    let latitude = from[1] + share * (to[1] - from[1]);
    json!({ "type": "MultiLineString", "coordinates": [[from, [side, latitude]], [[-side, latitude], to]] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_over_the_pacific_is_cut_at_the_antimeridian() {
        let cut = line([139.0, 36.0], [-77.0, 39.0]);
        assert_eq!(cut["type"], "MultiLineString");
        assert_eq!(
            (&cut["coordinates"][0][1][0], &cut["coordinates"][1][0][0]),
            (&json!(180.0), &json!(-180.0))
        );
        assert_eq!(cut["coordinates"][0][1][1], cut["coordinates"][1][0][1]);
        assert_eq!(line([139.0, 36.0], [127.0, 37.5])["type"], "LineString");
        assert_eq!(line([-77.0, 39.0], [139.0, 36.0])["coordinates"][0][1][0], -180.0);
    }
}
