//! The chapters of the report, one file each, in the order in which they stand.

pub mod alliances;
pub mod changes;
pub mod criteria;
pub mod key_points;
pub mod methods;
pub mod outlook;
pub mod positions;
pub mod problem;
pub mod surroundings;
