//! Thresholds in order, as their mean and the gaps between them.

/// The thresholds of a scale: K − 1 of them for K levels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Thresholds {
    /// their mean
    pub shift: f64,
    /// the logarithms of the K − 2 gaps between them
    pub log_gaps: Vec<f64>,
}

impl Thresholds {
    pub fn new(shift: f64, log_gaps: Vec<f64>) -> Thresholds {
        Thresholds { shift, log_gaps }
    }

    /// The thresholds themselves, rising.
    pub fn standardised(&self) -> Vec<f64> {
        let mut offsets = vec![0.0];
        let mut at = 0.0;
        for gap in &self.log_gaps {
            at += libm::exp(*gap);
            offsets.push(at);
        }
        let middle = offsets.iter().sum::<f64>() / offsets.len() as f64;
        offsets.iter().map(|offset| self.shift + offset - middle).collect()
    }

    /// Turns derivatives by the thresholds into derivatives by shift and log gaps, in this order.
    pub fn chain(&self, by_threshold: &[f64]) -> Vec<f64> {
        let count = by_threshold.len();
        let total: f64 = by_threshold.iter().sum();
        let mut above = total;
        let gaps = self.log_gaps.iter().enumerate().map(|(j, gap)| {
            // a gap lifts what lies above it, less the mean of that over all
            above -= by_threshold[j];
            let lifted = (count - 1 - j) as f64 / count as f64;
            libm::exp(*gap) * (above - total * lifted)
        });
        [total].into_iter().chain(gaps).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_rise_about_their_mean() {
        let found = Thresholds::new(0.5, vec![0.0, libm::log(2.0)]).standardised();
        let expected = [0.5 - 4.0 / 3.0, 0.5 - 1.0 / 3.0, 0.5 + 5.0 / 3.0];
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
        assert_eq!(Thresholds::new(0.5, vec![]).standardised(), [0.5]);
    }
}
